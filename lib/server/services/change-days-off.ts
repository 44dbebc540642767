import type { Actor } from "@/lib/domain/access/actor";
import type { DaysOff } from "@/lib/domain/study/study-settings";
import { mergeDaysOff } from "@/lib/domain/study/days-off-list";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { changePlan, PLAN_TRANSACTION, type ChangedPlan } from "@/lib/server/study/change-plan";
import { studyIndexFor } from "@/lib/server/study/study-index";

export type DaysOffChange = { add: DaysOff } | { remove: DaysOff };

/** Adds or removes days off; reviews that are scheduled on new ones move to days near. */
export async function changeDaysOff(
  actor: Actor,
  change: DaysOffChange,
  now: Date,
): Promise<ChangedPlan> {
  const index = await studyIndexFor(actor.id);
  return database().$transaction(async (db) => {
    const {
      version: _version,
      weights: _weights,
      ...settings
    } = await getStudySettings(db, actor.id);
    const daysOff = mergeDaysOff(settings.daysOff, change);
    return changePlan(db, index, { userId: actor.id, at: now }, { ...settings, daysOff });
  }, PLAN_TRANSACTION);
}
