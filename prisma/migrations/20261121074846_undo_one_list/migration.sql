-- AlterTable
ALTER TABLE "ReviewEdit" ADD COLUMN     "fromMarks" JSONB,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Undo" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "targetId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Undo_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "Review_userId_recordedAt_idx" ON "Review"("userId", "recordedAt");

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
