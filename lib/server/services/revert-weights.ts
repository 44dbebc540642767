import type { Actor } from "@/lib/domain/access/actor";
import { database, type Db } from "@/lib/server/db/client";
import { findFit, markFitReverted } from "@/lib/server/db/parameter-fits";
import { lockLog } from "@/lib/server/db/review-log";
import { getStudySettings, getSettingsVersion } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { adoptWeights, rememberLateCards } from "@/lib/server/fitting/adopt-weights";
import { PLAN_TRANSACTION } from "@/lib/server/study/change-plan";

/** Puts the weights back in force that a fit replaced. Only the fit in force can be reverted. */
export async function revertWeights(actor: Actor, fitId: string, now: Date): Promise<void> {
  await database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const weights = await weightsBefore(db, actor.id, fitId);
    await adoptWeights(db, actor.id, weights, now);
    await markFitReverted(db, actor.id, fitId, now);
  }, PLAN_TRANSACTION);
  await rememberLateCards(actor.id, now);
}

async function weightsBefore(db: Db, userId: string, fitId: string): Promise<readonly number[]> {
  const fit = await findFit(db, userId, fitId);
  if (!fit) throw new AppError("not-found", "There is no such fit.");
  const { weights } = await getStudySettings(db, userId);
  if (fit.settingsVersion === null || fit.revertedAt || fit.weights.join() !== weights.join()) {
    throw new AppError("conflict", "These weights are not in force.");
  }
  return (await getSettingsVersion(db, userId, fit.settingsVersion - 1)).weights;
}
