/** What plans over several days are made from. */
import type { Card } from "@/lib/domain/scheduling/card";
import type { Db } from "@/lib/server/db/client";

export type ReviewCard = Pick<Card, "dueAt" | "lastReviewAt" | "stability" | "difficulty"> & {
  questionId: string;
};

/** The learner's cards in review, those of suspended questions left out: nobody is asked these. */
export const listReviewCards = (db: Db, userId: string): Promise<ReviewCard[]> =>
  db.$queryRaw<ReviewCard[]>`
    select c."questionId", c."dueAt", c."lastReviewAt", c.stability, c.difficulty
      from "Card" c
     where c."userId" = ${userId}::uuid and c.state = 'review'
       and not exists (select 1 from "QuestionMark" m
                        where m."userId" = c."userId" and m."questionId" = c."questionId"
                          and m."suspendedAt" is not null)`;

/** Learners whose exam is near enough to be levelled, by their newest settings. */
export async function listNearExams(db: Db, from: Date, to: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select u.id from "User" u
      join "StudySettings" s on s."userId" = u.id and s.version = u."settingsVersion"
     where u."disabledAt" is null and s.exam is not null
       and s."examDate" between ${from}::date and ${to}::date`;
  return rows.map(({ id }) => id);
}

export type SimulationFacts = {
  cards: (ReviewCard & { state: string })[];
  /** How often the learner's first answer of a question was rated Again, Hard, Good, Easy. */
  firstRatings: [number, number, number, number];
  /** Changes with each answer, change of an answer or move of a card. */
  mark: string;
};

/** What a simulation of the learner's future starts from. */
export async function getSimulationFacts(db: Db, userId: string): Promise<SimulationFacts> {
  const [cards, ratings] = await Promise.all([
    db.$queryRaw<(ReviewCard & { state: string; revision: number })[]>`
      select "questionId", state, "dueAt", "lastReviewAt", stability, difficulty, revision
        from "Card" where "userId" = ${userId}::uuid`,
    db.$queryRaw<{ rating: number; count: number }[]>`
      select f.rating, count(*)::int as count
        from (select distinct on ("questionId") rating from "Review"
               where "userId" = ${userId}::uuid and "undoneAt" is null
                 and purpose not in ('drill', 'retry')
               order by "questionId", "reviewedAt", id) f
       group by f.rating`,
  ]);
  const countOf = (rating: number) => ratings.find((row) => row.rating === rating)?.count ?? 0;
  const revisions = cards.reduce((sum, { revision }) => sum + revision, 0);
  return {
    cards,
    firstRatings: [countOf(1), countOf(2), countOf(3), countOf(4)],
    mark: `${cards.length}.${revisions}`,
  };
}
