-- AlterTable
ALTER TABLE "KeyAddition" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);
