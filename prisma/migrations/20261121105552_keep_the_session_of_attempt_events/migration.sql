-- AlterTable
ALTER TABLE "AttemptEvent" ADD COLUMN     "session" UUID;
