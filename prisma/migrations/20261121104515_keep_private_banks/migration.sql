-- AlterTable
ALTER TABLE "Bank" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "QuestionDraft" ADD COLUMN     "baseVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "id" UUID NOT NULL;

-- AddForeignKey
ALTER TABLE "BankShare" ADD CONSTRAINT "BankShare_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionDraft" ADD CONSTRAINT "QuestionDraft_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;
