import { v7 as uuidV7 } from "uuid";

import {
  FEWEST_REVIEWS_TO_FIT,
  heldOutFrom,
  judgeWeights,
  roundWeights,
  trainingItems,
  type Judgement,
  type QuestionEvidence,
} from "@/lib/domain/progress/weight-fit";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { database } from "@/lib/server/db/client";
import { createFit } from "@/lib/server/db/parameter-fits";
import { lockLog } from "@/lib/server/db/review-log";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { adoptWeights, rememberLateCards } from "@/lib/server/fitting/adopt-weights";
import { computeWeights } from "@/lib/server/fitting/compute-weights";
import { readEvidence } from "@/lib/server/fitting/read-evidence";
import { PLAN_TRANSACTION } from "@/lib/server/study/change-plan";

export type FitOutcome =
  | { status: "too-few"; reviews: number }
  | { status: "adopted" | "kept"; before: Judgement; after: Judgement };

type Fitted = { reviews: number; weights: number[]; before: Judgement; after: Judgement };

/**
 * Fits FSRS's weights to a learner's log, and puts them in force if they foretell the
 * newest fifth of it better than those that are. Either way the attempt is kept.
 */
export async function fitWeights(actor: { id: string }, now: Date): Promise<FitOutcome> {
  const [settings, evidence] = await Promise.all([
    getStudySettings(database(), actor.id),
    readEvidence(actor.id),
  ]);
  const reviews = evidence.reduce((sum, question) => sum + question.reviews.length, 0);
  if (reviews < FEWEST_REVIEWS_TO_FIT) return { status: "too-few", reviews };
  const fitted = await fit(evidence, settings);
  if (!fitted) return { status: "too-few", reviews };

  const isBetter = fitted.after.logLoss < fitted.before.logLoss;
  await keep(actor.id, settings, { reviews, ...fitted }, isBetter, now);
  if (isBetter) await rememberLateCards(actor.id, now);
  return {
    status: isBetter ? "adopted" : "kept",
    before: fitted.before,
    after: fitted.after,
  };
}

async function fit(evidence: readonly QuestionEvidence[], settings: StudySettings) {
  const from = heldOutFrom(evidence);
  const computed = await computeWeights(trainingItems(evidence, settings, from), settings);
  const weights = roundWeights(computed);
  const before = judgeWeights(evidence, settings, from);
  const after = judgeWeights(evidence, { ...settings, weights }, from);
  return before && after && { weights, before, after };
}

async function keep(
  userId: string,
  settings: StudySettings,
  { reviews, weights, before, after }: Fitted,
  adopted: boolean,
  at: Date,
): Promise<void> {
  await database().$transaction(async (db) => {
    await lockLog(db, userId);
    const current = await getStudySettings(db, userId);
    if (current.weights.join() !== settings.weights.join()) {
      throw new AppError("conflict", "The weights were changed meanwhile. Try again.");
    }
    const inForce = adopted ? await adoptWeights(db, userId, weights, at) : null;
    await createFit(db, {
      userId,
      id: uuidV7(),
      fittedAt: at,
      reviews,
      heldOut: before.attempts,
      weights,
      logLossBefore: before.logLoss,
      logLossAfter: after.logLoss,
      rmseBefore: before.rmseInBins,
      rmseAfter: after.rmseInBins,
      adopted,
      settingsVersion: inForce?.version ?? null,
    });
  }, PLAN_TRANSACTION);
}
