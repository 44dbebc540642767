-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'study',
ADD COLUMN     "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "StudySettings" ADD COLUMN     "daysOff" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reviewsPerDay" INTEGER NOT NULL DEFAULT 100;

-- CreateTable
CREATE TABLE "CardEvent" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "actionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "CardEvent_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "QuestionMark" (
    "userId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3),
    "buriedUntil" TIMESTAMPTZ(3),
    "flaggedAt" TIMESTAMPTZ(3),
    "lessonAtLapse" INTEGER,

    CONSTRAINT "QuestionMark_pkey" PRIMARY KEY ("userId","questionId")
);

-- CreateTable
CREATE TABLE "StudyAction" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "questionId" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "StudyAction_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ParameterFit" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fittedAt" TIMESTAMPTZ(3) NOT NULL,
    "reviews" INTEGER NOT NULL,
    "heldOut" INTEGER NOT NULL,
    "weights" DOUBLE PRECISION[],
    "logLossBefore" DOUBLE PRECISION NOT NULL,
    "logLossAfter" DOUBLE PRECISION NOT NULL,
    "rmseBefore" DOUBLE PRECISION NOT NULL,
    "rmseAfter" DOUBLE PRECISION NOT NULL,
    "adopted" BOOLEAN NOT NULL,
    "settingsVersion" INTEGER,
    "revertedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ParameterFit_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "NoticeChoices" (
    "userId" UUID NOT NULL,
    "dailyDigest" BOOLEAN NOT NULL DEFAULT false,
    "digestHour" INTEGER NOT NULL DEFAULT 7,
    "digestSentOn" DATE,
    "byEmail" JSONB NOT NULL DEFAULT '[]',
    "muted" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "NoticeChoices_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReadAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Notice" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "emailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ProblemReport" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "questionVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "reviewId" UUID,
    "answer" JSONB,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "note" TEXT,

    CONSTRAINT "ProblemReport_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "CardEvent_userId_questionId_at_idx" ON "CardEvent"("userId", "questionId", "at");

-- CreateIndex
CREATE INDEX "CardEvent_userId_actionId_idx" ON "CardEvent"("userId", "actionId");

-- CreateIndex
CREATE INDEX "StudyAction_userId_at_idx" ON "StudyAction"("userId", "at");

-- CreateIndex
CREATE INDEX "ParameterFit_userId_fittedAt_idx" ON "ParameterFit"("userId", "fittedAt");

-- CreateIndex
CREATE INDEX "CalendarFeed_userId_idx" ON "CalendarFeed"("userId");

-- CreateIndex
CREATE INDEX "Notice_userId_createdAt_idx" ON "Notice"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_key_key" ON "Notice"("userId", "key");

-- CreateIndex
CREATE INDEX "ProblemReport_userId_questionId_idx" ON "ProblemReport"("userId", "questionId");

-- CreateIndex
CREATE INDEX "ProblemReport_closedAt_questionId_idx" ON "ProblemReport"("closedAt", "questionId");

-- AddForeignKey
ALTER TABLE "CardEvent" ADD CONSTRAINT "CardEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionMark" ADD CONSTRAINT "QuestionMark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyAction" ADD CONSTRAINT "StudyAction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParameterFit" ADD CONSTRAINT "ParameterFit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoices" ADD CONSTRAINT "NoticeChoices_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemReport" ADD CONSTRAINT "ProblemReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
