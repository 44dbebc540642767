-- AlterTable
ALTER TABLE "ReviewEdit" ADD COLUMN     "marks" JSONB;
