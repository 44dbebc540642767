-- AlterTable
ALTER TABLE "User" ADD COLUMN     "metRevision" INTEGER NOT NULL DEFAULT 0;

-- Which questions a learner has met changes only with a card that is made or deleted, by whatever
-- means. Once for each statement: an import makes thousands of cards of one learner.
CREATE FUNCTION raise_met_revision() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE "User" SET "metRevision" = "metRevision" + 1 WHERE "id" IN (SELECT "userId" FROM "changed");
  RETURN NULL;
END
$$;

CREATE TRIGGER "Card_made" AFTER INSERT ON "Card"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION raise_met_revision();

CREATE TRIGGER "Card_deleted" AFTER DELETE ON "Card"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION raise_met_revision();
