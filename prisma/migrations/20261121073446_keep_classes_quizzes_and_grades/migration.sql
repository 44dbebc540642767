-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('student', 'assistant', 'instructor');

-- AlterTable
ALTER TABLE "Bank" ADD COLUMN     "ownerId" UUID;

-- CreateTable
CREATE TABLE "Class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL,
    "joinCode" TEXT,
    "inviteToken" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "userId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL DEFAULT 'student',
    "sectionId" UUID,
    "studentNumber" TEXT,
    "timeMultiplier" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extraDays" INTEGER NOT NULL DEFAULT 0,
    "extraAttempts" INTEGER NOT NULL DEFAULT 0,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("userId","classId")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "classId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" "MemberRole" NOT NULL DEFAULT 'student',
    "sectionId" UUID,
    "studentNumber" TEXT,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedById" UUID,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("classId","email")
);

-- CreateTable
CREATE TABLE "BankShare" (
    "bankId" TEXT NOT NULL,
    "classId" UUID NOT NULL,

    CONSTRAINT "BankShare_pkey" PRIMARY KEY ("bankId","classId")
);

-- CreateTable
CREATE TABLE "QuestionDraft" (
    "userId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionDraft_pkey" PRIMARY KEY ("userId","questionId")
);

-- CreateTable
CREATE TABLE "KeyAddition" (
    "id" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "appealId" UUID,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeyAddition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quiz" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizVersion" (
    "quizId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuizVersion_pkey" PRIMARY KEY ("quizId","version")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "quizId" UUID,
    "studyRule" JSONB,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "timeLimitSeconds" INTEGER,
    "attemptsAllowed" INTEGER DEFAULT 1,
    "counts" TEXT NOT NULL DEFAULT 'best',
    "latePolicy" JSONB NOT NULL DEFAULT '{}',
    "feedback" JSONB NOT NULL DEFAULT '{}',
    "accessCodeHash" TEXT,
    "sectionIds" UUID[],
    "completionAids" BOOLEAN NOT NULL DEFAULT false,
    "onePerPage" BOOLEAN NOT NULL DEFAULT true,
    "categoryId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "quizVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "submittedBy" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "AttemptAnswer" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" INTEGER NOT NULL DEFAULT 0,
    "questionId" TEXT NOT NULL,
    "questionVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" TIMESTAMPTZ(3),
    "spentMs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AttemptAnswer_pkey" PRIMARY KEY ("userId","attemptId","position")
);

-- CreateTable
CREATE TABLE "ItemGrade" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "gradedVersion" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "points" DOUBLE PRECISION NOT NULL,
    "graded" JSONB NOT NULL,
    "marks" JSONB,
    "override" DOUBLE PRECISION,
    "overrideReason" TEXT,
    "comment" TEXT,
    "markedById" UUID,
    "gradedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ItemGrade_pkey" PRIMARY KEY ("userId","attemptId","position")
);

-- CreateTable
CREATE TABLE "AssignmentGrade" (
    "userId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "points" DOUBLE PRECISION,
    "maxPoints" DOUBLE PRECISION NOT NULL,
    "latePercent" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "override" DOUBLE PRECISION,
    "overrideReason" TEXT,
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssignmentGrade_pkey" PRIMARY KEY ("userId","assignmentId")
);

-- CreateTable
CREATE TABLE "GradeAudit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "attemptId" UUID,
    "position" INTEGER,
    "assignmentId" UUID,
    "before" JSONB,
    "after" JSONB,
    "cause" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "GradeAudit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT,
    "agent" TEXT,
    "detail" JSONB,

    CONSTRAINT "AttemptEvent_pkey" PRIMARY KEY ("userId","attemptId","id")
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegradeChange" (
    "regradeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "RegradeChange_pkey" PRIMARY KEY ("regradeId","userId","attemptId","position")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reply" TEXT,
    "answeredById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("userId","attemptId","position")
);

-- CreateTable
CREATE TABLE "GradeCategory" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "dropLowest" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,

    CONSTRAINT "GradeCategory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Class_joinCode_key" ON "Class"("joinCode");

-- CreateIndex
CREATE UNIQUE INDEX "Class_inviteToken_key" ON "Class"("inviteToken");

-- CreateIndex
CREATE UNIQUE INDEX "Section_classId_name_key" ON "Section"("classId", "name");

-- CreateIndex
CREATE INDEX "Member_classId_idx" ON "Member"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_tokenHash_key" ON "RosterEntry"("tokenHash");

-- CreateIndex
CREATE INDEX "BankShare_classId_idx" ON "BankShare"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "KeyAddition_appealId_key" ON "KeyAddition"("appealId");

-- CreateIndex
CREATE INDEX "KeyAddition_questionId_idx" ON "KeyAddition"("questionId");

-- CreateIndex
CREATE INDEX "Quiz_ownerId_idx" ON "Quiz"("ownerId");

-- CreateIndex
CREATE INDEX "Assignment_classId_idx" ON "Assignment"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_assignmentId_userId_number_key" ON "Attempt"("assignmentId", "userId", "number");

-- CreateIndex
CREATE INDEX "AttemptAnswer_questionId_idx" ON "AttemptAnswer"("questionId");

-- CreateIndex
CREATE INDEX "AssignmentGrade_assignmentId_idx" ON "AssignmentGrade"("assignmentId");

-- CreateIndex
CREATE INDEX "GradeAudit_userId_attemptId_idx" ON "GradeAudit"("userId", "attemptId");

-- CreateIndex
CREATE INDEX "GradeAudit_assignmentId_idx" ON "GradeAudit"("assignmentId");

-- CreateIndex
CREATE INDEX "Regrade_assignmentId_idx" ON "Regrade"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_id_key" ON "Appeal"("id");

-- CreateIndex
CREATE INDEX "Appeal_assignmentId_state_idx" ON "Appeal"("assignmentId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "GradeCategory_classId_name_key" ON "GradeCategory"("classId", "name");

-- CreateIndex
CREATE INDEX "Bank_ownerId_idx" ON "Bank"("ownerId");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankShare" ADD CONSTRAINT "BankShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionDraft" ADD CONSTRAINT "QuestionDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizVersion" ADD CONSTRAINT "QuizVersion_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptAnswer" ADD CONSTRAINT "AttemptAnswer_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "Attempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemGrade" ADD CONSTRAINT "ItemGrade_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "Attempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentGrade" ADD CONSTRAINT "AssignmentGrade_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptEvent" ADD CONSTRAINT "AttemptEvent_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "Attempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeChange" ADD CONSTRAINT "RegradeChange_regradeId_fkey" FOREIGN KEY ("regradeId") REFERENCES "Regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeCategory" ADD CONSTRAINT "GradeCategory_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one open attempt of an assignment for each person, however many starts race.
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt"("assignmentId", "userId") WHERE "state" = 'open';

-- A grade changes only together with an entry of the audit, which nobody changes afterwards.
-- The transaction says who and why: set_config('reconcile.actor' | 'reconcile.cause' | 'reconcile.reason', …, true).
CREATE FUNCTION write_grade_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  cause text := nullif(current_setting('reconcile.cause', true), '');
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  subject_row jsonb := coalesce(is_now, was);
BEGIN
  IF was IS NOT DISTINCT FROM is_now THEN
    RETURN NULL;
  END IF;
  IF cause IS NULL THEN
    RAISE EXCEPTION 'A grade cannot change without a cause: set reconcile.cause in the transaction';
  END IF;
  INSERT INTO "GradeAudit" ("actorId", "subject", "userId", "attemptId", "position", "assignmentId", "before", "after", "cause", "reason")
  VALUES (
    nullif(current_setting('reconcile.actor', true), '')::uuid,
    CASE TG_TABLE_NAME WHEN 'ItemGrade' THEN 'item' ELSE 'assignment' END,
    (subject_row ->> 'userId')::uuid,
    (subject_row ->> 'attemptId')::uuid,
    (subject_row ->> 'position')::int,
    (subject_row ->> 'assignmentId')::uuid,
    was,
    is_now,
    cause,
    nullif(current_setting('reconcile.reason', true), '')
  );
  RETURN NULL;
END
$$;

CREATE TRIGGER "ItemGrade_audit" AFTER INSERT OR UPDATE OR DELETE ON "ItemGrade"
  FOR EACH ROW EXECUTE FUNCTION write_grade_audit();
CREATE TRIGGER "AssignmentGrade_audit" AFTER INSERT OR UPDATE OR DELETE ON "AssignmentGrade"
  FOR EACH ROW EXECUTE FUNCTION write_grade_audit();

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit of grades is append-only';
END
$$;

CREATE TRIGGER "GradeAudit_append_only" BEFORE UPDATE OR DELETE ON "GradeAudit"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER "GradeAudit_no_truncate" BEFORE TRUNCATE ON "GradeAudit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
