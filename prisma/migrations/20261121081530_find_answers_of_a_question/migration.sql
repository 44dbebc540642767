-- CreateIndex
CREATE INDEX "Review_questionId_reviewedAt_idx" ON "Review"("questionId", "reviewedAt");
