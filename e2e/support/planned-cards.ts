import { v7 as uuidV7 } from "uuid";
import pg from "pg";

import { dayStart } from "@/lib/domain/scheduling/learner-day";
import { DAY_RULE, today } from "./learner-days";

type Some = { count: number; dueInDays: number };

const DAY_MS = 86_400_000;

/** Gives a learner cards that fall due on days, each from one answer, of questions they have none of. */
export async function giveCards(userId: string, all: readonly Some[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
  try {
    for (const some of all) await giveSome(pool, userId, some);
  } finally {
    await pool.end();
  }
}

async function giveSome(pool: pg.Pool, userId: string, { count, dueInDays }: Some) {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "Question" q
      where "retiredAt" is null and "bankId" <> 'journey' and not exists (
        select 1 from "Card" c where c."userId" = $1 and c."questionId" = q.id)
      order by id limit $2`,
    [userId, count],
  );
  const due = dayStart(today() + dueInDays, DAY_RULE);
  const answered = new Date(Math.min(Date.now(), due.getTime()) - 10 * DAY_MS);
  const days = Math.round((due.getTime() - answered.getTime()) / DAY_MS);
  for (const { id: questionId } of rows) {
    await pool.query(
      `insert into "Review" ("userId", id, "questionId", "questionVersion", seed, "settingsVersion",
         answer, graded, outcome, "suggestedRating", rating, "reviewedAt", "recordedAt", "durationMs")
       values ($1, $2, $3, 1, 'seed', 1, '{}', '{}', 'right', 4, 4, $4, $4, 20000)`,
      [userId, uuidV7({ msecs: answered.getTime() }), questionId, answered],
    );
    await pool.query(
      `insert into "Card" ("userId", "questionId", state, "dueAt", stability, difficulty,
         "scheduledDays", "learningSteps", reps, lapses, "lastReviewAt", "firstReviewAt")
       values ($1, $2, 'review', $3, $4::int, 5, $4::int, 0, 1, 0, $5, $5)`,
      [userId, questionId, due, days, answered],
    );
  }
}
