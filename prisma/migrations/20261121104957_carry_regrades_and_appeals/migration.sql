-- AlterTable
ALTER TABLE "KeyAddition" ADD COLUMN     "classIds" UUID[],
ADD COLUMN     "everywhere" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Regrade" ADD COLUMN     "incomparable" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "request" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "QuestionRuling" (
    "assignmentId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "ruling" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "QuestionRuling_pkey" PRIMARY KEY ("assignmentId","questionId")
);

-- AddForeignKey
ALTER TABLE "QuestionRuling" ADD CONSTRAINT "QuestionRuling_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The audit keeps what was given, by whom and why, for good: not what students wrote nor what
-- was written to them, so that an id whose account is gone names nobody.

CREATE OR REPLACE FUNCTION write_grade_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  cause text := nullif(current_setting('reconcile.cause', true), '');
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - 'graded' - 'comment' END;
  is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - 'graded' - 'comment' END;
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

ALTER TABLE "GradeAudit" DISABLE TRIGGER "GradeAudit_append_only";
UPDATE "GradeAudit"
   SET "before" = "before" - 'graded' - 'comment', "after" = "after" - 'graded' - 'comment'
 WHERE "before" ?| ARRAY['graded', 'comment'] OR "after" ?| ARRAY['graded', 'comment'];
ALTER TABLE "GradeAudit" ENABLE TRIGGER "GradeAudit_append_only";

DROP FUNCTION forget_in_audit(uuid);

CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit of grades is append-only';
END
$$;
