-- The audit of grades stays append-only for everyone who has an account. Once an account is
-- deleted for good, what the audit kept of that person goes too, and by this way alone: the
-- application's role still can neither change nor delete an entry itself.

CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "User" WHERE id = OLD."userId") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."actorId" IS NULL
     AND to_jsonb(NEW) - 'actorId' = to_jsonb(OLD) - 'actorId'
     AND NOT EXISTS (SELECT 1 FROM "User" WHERE id = OLD."actorId") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit of grades is append-only';
END
$$;

CREATE FUNCTION forget_in_audit(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" WHERE id = person) THEN
    RAISE EXCEPTION 'The audit of grades forgets only people whose account is gone';
  END IF;
  DELETE FROM "GradeAudit" WHERE "userId" = person;
  UPDATE "GradeAudit" SET "actorId" = NULL WHERE "actorId" = person;
END
$$;
