-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "missingIsZero" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "sharesStudy" BOOLEAN NOT NULL DEFAULT false;
