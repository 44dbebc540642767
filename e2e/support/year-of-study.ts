import pg from "pg";

import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { simulateLearner } from "@/scripts/demo/simulate-learner";
import { simulatedAnswers } from "@/scripts/demo/simulated-answers";
import { writeHistory } from "@/scripts/demo/write-history";

const SETTINGS: SchedulingSettings = {
  timeZone: "UTC",
  dayStartHour: 4,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  fuzz: true,
  learningSteps: true,
  weights: [],
  exam: null,
  examDate: null,
  daysOff: [],
};

/** Gives a new learner the log and the cards of some months of study that end today. */
export async function liveThrough(userId: string, days: number): Promise<{ reviews: number }> {
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
    const today = dayNumber(new Date(), SETTINGS);
    const learner = simulateLearner({
      seed: userId,
      userId,
      questionIds: [...questions.keys()],
      settings: SETTINGS,
      fromDay: today - days,
      toDay: today - 1,
      newPerDay: 3,
      reviewsPerDay: 60,
      skipped: 0.12,
    });
    const answerOf = simulatedAnswers((id) => questions.get(id));
    await writeHistory(client, { ...learner, userId, settingsVersion: 1, answerOf });
    return { reviews: learner.reviews.length };
  } finally {
    await client.end();
  }
}
