import pg from "pg";

import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { weightsInForce } from "@/lib/domain/scheduling/memory-model";
import { simulateLearner } from "@/scripts/demo/simulate-learner";
import { simulatedAnswers } from "@/scripts/demo/simulated-answers";
import { writeHistory } from "@/scripts/demo/write-history";
import { DAY_RULE, today } from "./learner-days";

const SETTINGS: SchedulingSettings = {
  ...DAY_RULE,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  fuzz: true,
  learningSteps: true,
  weights: [],
  exam: null,
  examDate: null,
  daysOff: [],
};

/** Weights of somebody who keeps what they learned for a third as long as most. */
export const FORGETFUL = weightsInForce([]).map((weight, index) =>
  index < 4 ? weight / 3 : index === 8 ? weight - 0.7 : weight,
);

/**
 * Gives a new learner the log and the cards of some months of study that end today; they
 * remember as FSRS expects it of most, or with weights of their own.
 */
export async function liveThrough(
  userId: string,
  days: number,
  own: { trueWeights?: readonly number[] } = {},
): Promise<{ reviews: number }> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; version: number; content: unknown }>(
      `select q.id, v.version, v.content from "Question" q
         join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
         join "Bank" b on b.id = q."bankId"
        where q."retiredAt" is null and b.position < 99 order by md5(q.id)`,
    );
    const questions = new Map(
      rows.map(({ id, version, content }) => [
        id,
        { version, content: parseStoredQuestion(content) },
      ]),
    );
    const learner = simulateLearner({
      seed: userId,
      userId,
      questionIds: [...questions.keys()],
      settings: SETTINGS,
      fromDay: today() - days,
      toDay: today() - 1,
      newPerDay: 3,
      reviewsPerDay: 60,
      skipped: 0.12,
      ...own,
    });
    const answerOf = simulatedAnswers((id) => questions.get(id));
    await writeHistory(client, { ...learner, userId, settingsVersion: 1, answerOf });
    return { reviews: learner.reviews.length };
  } finally {
    await client.end();
  }
}
