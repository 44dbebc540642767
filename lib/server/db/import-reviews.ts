import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import { databasePool, type Db } from "@/lib/server/db/client";

export type ImportedReview = {
  id: string;
  questionId: string;
  kind: string;
  questionVersion: number;
  settingsVersion: number;
  rating: Rating;
  purpose: Purpose;
  reviewedAt: Date;
  durationMs: number;
};

/** An import's reviews are told by their seed, and by when they were recorded. */
const SEED = "import";

export type Logged = {
  ids: Set<string>;
  /** "<question> <epoch milliseconds>" */
  places: Set<string>;
  /** Of imports that were taken back: importing the same again must make new reviews. */
  takenBack: Set<string>;
};

/** By what a review of a file is known again. */
export async function findLogged(userId: string): Promise<Logged> {
  const { rows } = await databasePool().query<[string, string, boolean]>({
    text: `select id, "questionId" || ' ' || (extract(epoch from "reviewedAt") * 1000)::bigint,
                  seed = $2 and "undoneAt" is not null
             from "Review" where "userId" = $1`,
    values: [userId, SEED],
    rowMode: "array",
  });
  const standing = rows.filter(([, , isTakenBack]) => !isTakenBack);
  return {
    ids: new Set(standing.map(([id]) => id)),
    places: new Set(standing.map(([, place]) => place)),
    takenBack: new Set(rows.flatMap(([id, , isTakenBack]) => (isTakenBack ? [id] : []))),
  };
}

/**
 * What was answered elsewhere is not known here: only whether it was right, as the rating
 * has it. Leaves out what another tab has imported meanwhile. Columns instead of rows:
 * a file has up to a hundred thousand of them.
 */
export async function createImported(
  db: Db,
  userId: string,
  reviews: readonly ImportedReview[],
  now: Date,
): Promise<void> {
  const column = <K extends keyof ImportedReview>(name: K) => reviews.map((row) => row[name]);
  await db.$executeRaw`
    insert into "Review" ("userId", id, "questionId", "questionVersion", seed, "settingsVersion",
      answer, graded, outcome, score, "suggestedRating", rating, "reviewedAt", "recordedAt",
      "durationMs", purpose)
    select ${userId}::uuid, r.id, r.question, r.version, ${SEED}, r.settings,
           jsonb_build_object('kind', r.kind, 'gaveUp', true),
           jsonb_build_object('outcome', o.outcome, 'score', o.score,
                              'detail', jsonb_build_object('kind', 'gave-up')),
           o.outcome, o.score, r.rating, r.rating, r.at, ${now}, r.duration, r.purpose
      from unnest(${column("id")}::uuid[], ${column("questionId")}::text[],
                  ${column("questionVersion")}::int[], ${column("settingsVersion")}::int[],
                  ${column("kind")}::text[], ${column("rating")}::int[],
                  ${column("reviewedAt")}::timestamptz[], ${column("durationMs")}::int[],
                  ${column("purpose")}::text[])
           as r (id, question, version, settings, kind, rating, at, duration, purpose),
           lateral (select case when r.rating > 1 then 'right' else 'wrong' end as outcome,
                           case when r.rating > 1 then 1 else 0 end as score) o
    on conflict do nothing`;
}

/** When a person's newest import began, and how many of its reviews stand; null without one. */
export async function findNewestImport(
  userId: string,
): Promise<{ importedAt: string; added: number } | null> {
  const { rows } = await databasePool().query<{ importedAt: string; added: number }>(
    `select i."importedAt",
            (select count(*)::int from "Review" r
              where r."userId" = $1 and r."recordedAt" = i."importedAt"::timestamptz
                and r.seed = $2 and r."undoneAt" is null) as added
       from (select a.after ->> 'importedAt' as "importedAt" from "StudyAction" a
              where a."userId" = $1 and a.kind = 'import'
              order by a.at desc, a.id desc limit 1) i`,
    [userId, SEED],
  );
  return rows[0] ?? null;
}

export type ImportSpan = {
  questionIds: string[];
  /** When the first of its reviews was answered. */
  since: Date;
};

/** What an import added, by when it was recorded; null when none of that stands. */
export async function findSpanOfImport(
  db: Db,
  userId: string,
  importedAt: Date,
): Promise<ImportSpan | null> {
  const [row] = await db.$queryRaw<{ questionIds: string[] | null; since: Date | null }[]>`
    select array_agg(distinct "questionId") as "questionIds", min("reviewedAt") as since
      from "Review"
     where "userId" = ${userId}::uuid and "recordedAt" = ${importedAt}
       and seed = ${SEED} and "undoneAt" is null`;
  return row?.questionIds && row.since ? { questionIds: row.questionIds, since: row.since } : null;
}

export const markImportUndone = (
  db: Db,
  of: { userId: string; importedAt: Date; questionIds: readonly string[] },
  undoneAt: Date,
) =>
  db.review.updateMany({
    where: {
      userId: of.userId,
      recordedAt: of.importedAt,
      seed: SEED,
      questionId: { in: [...of.questionIds] },
      undoneAt: null,
    },
    data: { undoneAt },
  });
