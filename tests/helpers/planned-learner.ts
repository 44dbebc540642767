import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { replay } from "@/lib/domain/scheduling/replay";
import type { StudySettings, StudySettingsInput } from "@/lib/domain/study/study-settings";
import { database } from "@/lib/server/db/client";
import { getReviewLogs } from "@/lib/server/db/review-log";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { toCard } from "@/lib/server/db/cards";
import { replayCards } from "@/tests/helpers/replay-log";
import { aPerson } from "@/tests/helpers/people";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type PastAnswer = { questionId: string; daysAgo: number; rating?: number };

/** A learner who gave these answers, an hour before `now` or days before that, with the cards that follow from them. */
export async function aLearnerWith(answers: readonly PastAnswer[], now: Date): Promise<Actor> {
  const learner = await aPerson();
  await addAnswers(learner, answers, now);
  return learner;
}

export async function addAnswers(
  learner: Pick<Actor, "id">,
  answers: readonly PastAnswer[],
  now: Date,
): Promise<void> {
  const { version } = await getStudySettings(database(), learner.id);
  await database().review.createMany({
    data: answers.map(({ questionId, daysAgo, rating = 4 }) => {
      const reviewedAt = new Date(now.getTime() - HOUR_MS - daysAgo * DAY_MS);
      return {
        userId: learner.id,
        id: uuidV7({ msecs: reviewedAt.getTime() }),
        questionId,
        questionVersion: 1,
        seed: "seed",
        settingsVersion: version,
        answer: {},
        graded: {},
        outcome: rating === 1 ? "wrong" : "right",
        suggestedRating: rating,
        rating,
        reviewedAt,
        recordedAt: reviewedAt,
        durationMs: 20_000,
      };
    }),
  });
  await replayCards(learner.id, [...new Set(answers.map(({ questionId }) => questionId))]);
}

/** The cards that are stored, by question. */
export async function cardsOf(userId: string) {
  const rows = await database().card.findMany({ where: { userId } });
  return new Map(rows.map((row) => [row.questionId, toCard(row)]));
}

/** The cards that replaying the log gives, by question. */
export async function replayedCards(userId: string) {
  const rows = await database().review.findMany({
    where: { userId },
    distinct: ["questionId"],
    select: { questionId: true },
  });
  const ids = rows.map(({ questionId }) => questionId);
  const logs = await getReviewLogs(database(), userId, ids);
  return new Map(logs.map((log) => [log.questionId, replay(log)]));
}

/** Settings as a form sends them. */
export function inputOf({
  version: _version,
  weights: _weights,
  ...input
}: StudySettings): StudySettingsInput {
  return input;
}
