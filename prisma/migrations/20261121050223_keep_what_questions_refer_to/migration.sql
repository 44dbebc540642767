-- AlterTable
ALTER TABLE "ContentState" ADD COLUMN     "document" JSONB;
