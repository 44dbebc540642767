import { createHash } from "node:crypto";
import { v7 as uuidV7 } from "uuid";
import type pg from "pg";

import type { SimulatedLearner, SimulatedReview } from "@/scripts/demo/simulate-learner";

/** What was answered, by question and whether it was right, as the log keeps it. */
export type AnswerOf = (
  questionId: string,
  isRight: boolean,
  /** Which of the wrong answers. */
  turn: number,
) => {
  version: number;
  seed: string;
  answer: object;
  graded: { outcome: string; score: number | null };
};

type History = Pick<SimulatedLearner, "reviews" | "cards"> & {
  userId: string;
  settingsVersion: number;
  answerOf: AnswerOf;
};

const AT_ONCE = 2_000;

/** Writes a simulated learner's log and cards for a person who has neither. */
export async function writeHistory(db: pg.Pool | pg.Client, history: History): Promise<void> {
  for (let start = 0; start < history.reviews.length; start += AT_ONCE) {
    const page = history.reviews.slice(start, start + AT_ONCE);
    await db.query(REVIEWS, [
      history.userId,
      history.settingsVersion,
      JSON.stringify(page.map((review) => reviewRow(review, history))),
    ]);
  }
  const cards = [...history.cards].map(([questionId, card]) => ({ questionId, ...card }));
  for (let start = 0; start < cards.length; start += AT_ONCE) {
    await db.query(CARDS, [history.userId, JSON.stringify(cards.slice(start, start + AT_ONCE))]);
  }
}

const REVIEWS = `
  insert into "Review" ("userId", id, "questionId", "questionVersion", seed, "settingsVersion",
      answer, graded, outcome, score, "suggestedRating", rating, "reviewedAt", "durationMs", "recordedAt")
  select $1, r.id, r."questionId", r.version, r.seed, $2, r.answer, r.graded,
         r.graded->>'outcome', (r.graded->>'score')::float8, r.rating, r.rating,
         r."reviewedAt", r."durationMs", r."reviewedAt"
    from jsonb_to_recordset($3::jsonb) as r(id uuid, "questionId" text, version int, seed text,
         answer jsonb, graded jsonb, rating int, "reviewedAt" timestamptz, "durationMs" int)`;

const CARDS = `
  insert into "Card" ("userId", "questionId", state, "dueAt", stability, difficulty, "scheduledDays",
      "learningSteps", reps, lapses, "lastReviewAt", "firstReviewAt")
  select $1, c.* from jsonb_to_recordset($2::jsonb) as c("questionId" text, state text,
      "dueAt" timestamptz, stability float8, difficulty float8, "scheduledDays" int,
      "learningSteps" int, reps int, lapses int, "lastReviewAt" timestamptz, "firstReviewAt" timestamptz)`;

function reviewRow(
  { questionId, reviewedAt, rating, durationMs }: SimulatedReview,
  { userId, answerOf }: History,
) {
  const atMs = reviewedAt.getTime();
  return {
    id: idOf(`${userId} ${questionId} ${atMs}`, atMs),
    questionId,
    // Seconds look random enough to choose a mistake by; most make the first.
    ...answerOf(questionId, rating > 1, Math.floor((atMs / 1_000) % 6) >> 1),
    rating,
    reviewedAt,
    durationMs,
  };
}

/** A UUID v7 that the same review has each time. */
export const idOf = (name: string, msecs: number): string =>
  uuidV7({ msecs, random: createHash("sha256").update(name).digest().subarray(0, 16), seq: 0 });
