-- Two billion changes take years, and nobody remembers a revision for so long.
CREATE SEQUENCE card_revision_seq AS integer CYCLE;
SELECT setval('card_revision_seq', coalesce(max("revision"), 0) + 1) FROM "Card";
-- AlterTable
ALTER TABLE "Card" ALTER COLUMN "revision" SET DEFAULT nextval('card_revision_seq');
ALTER SEQUENCE card_revision_seq OWNED BY "Card"."revision";
