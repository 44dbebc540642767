-- AlterTable
ALTER TABLE "NoticeChoices" ADD COLUMN     "dueSoonHours" INTEGER NOT NULL DEFAULT 24;

-- CreateTable
CREATE TABLE "HomeworkResult" (
    "userId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "reached" DOUBLE PRECISION NOT NULL,
    "wanted" DOUBLE PRECISION NOT NULL,
    "settledAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HomeworkResult_pkey" PRIMARY KEY ("userId","assignmentId")
);

-- CreateIndex
CREATE INDEX "HomeworkResult_assignmentId_idx" ON "HomeworkResult"("assignmentId");

-- AddForeignKey
ALTER TABLE "HomeworkResult" ADD CONSTRAINT "HomeworkResult_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomeworkResult" ADD CONSTRAINT "HomeworkResult_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
