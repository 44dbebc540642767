-- AlterTable
ALTER TABLE "RosterEntry" ADD COLUMN     "declinedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "RosterEntry_email_idx" ON "RosterEntry"("email");

-- A class keeps an instructor, whoever leaves, is removed or changes role, and however many do so
-- at once: they wait for each other at the class. When the account or the class itself goes, so
-- does the place.
CREATE FUNCTION keep_an_instructor() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF OLD."role" <> 'instructor' OR OLD."removedAt" IS NOT NULL THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."role" = 'instructor' AND NEW."removedAt" IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "Class" WHERE "id" = OLD."classId" FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "User" WHERE "id" = OLD."userId") THEN
    RETURN OLD;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Member"
     WHERE "classId" = OLD."classId" AND "userId" <> OLD."userId"
       AND "role" = 'instructor' AND "removedAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'A class keeps an instructor' USING ERRCODE = 'RC001';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER "Member_keep_an_instructor" BEFORE UPDATE OR DELETE ON "Member"
  FOR EACH ROW EXECUTE FUNCTION keep_an_instructor();

-- The server keeps an admin who can sign in.
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF OLD."role" <> 'admin' OR OLD."disabledAt" IS NOT NULL THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."role" = 'admin' AND NEW."disabledAt" IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(7220510);
  IF NOT EXISTS (
    SELECT 1 FROM "User" WHERE "id" <> OLD."id" AND "role" = 'admin' AND "disabledAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'The server keeps an admin' USING ERRCODE = 'RC002';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER "User_keep_an_admin" BEFORE UPDATE OR DELETE ON "User"
  FOR EACH ROW EXECUTE FUNCTION keep_an_admin();
