-- An entry about somebody else's grade may name the deleted person as the one who marked it:
-- the entry stays, without the name.

CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  forgotten constant jsonb := '{"markedById": null}';
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "User" WHERE id = OLD."userId") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE'
     AND to_jsonb(NEW) - 'actorId' - 'before' - 'after' = to_jsonb(OLD) - 'actorId' - 'before' - 'after'
     AND (NEW."before" IS NOT DISTINCT FROM OLD."before" OR NEW."before" = OLD."before" || forgotten)
     AND (NEW."after" IS NOT DISTINCT FROM OLD."after" OR NEW."after" = OLD."after" || forgotten)
     AND (NEW."actorId" IS NOT DISTINCT FROM OLD."actorId" OR NEW."actorId" IS NULL)
     AND NOT EXISTS (
       SELECT 1 FROM "User"
        WHERE (id = OLD."actorId" AND NEW."actorId" IS NULL)
           OR (id::text = OLD."before" ->> 'markedById' AND NEW."before" ->> 'markedById' IS NULL)
           OR (id::text = OLD."after" ->> 'markedById' AND NEW."after" ->> 'markedById' IS NULL)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit of grades is append-only';
END
$$;

CREATE OR REPLACE FUNCTION forget_in_audit(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" WHERE id = person) THEN
    RAISE EXCEPTION 'The audit of grades forgets only people whose account is gone';
  END IF;
  DELETE FROM "GradeAudit" WHERE "userId" = person;
  UPDATE "GradeAudit" SET "actorId" = NULL WHERE "actorId" = person;
  UPDATE "GradeAudit" SET "before" = "before" || '{"markedById": null}'
   WHERE "before" ->> 'markedById' = person::text;
  UPDATE "GradeAudit" SET "after" = "after" || '{"markedById": null}'
   WHERE "after" ->> 'markedById' = person::text;
END
$$;
