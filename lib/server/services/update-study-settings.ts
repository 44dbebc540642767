import type { Actor } from "@/lib/domain/access/actor";
import type { StudySettingsInput } from "@/lib/domain/study/study-settings";
import { database } from "@/lib/server/db/client";
import { changePlan, PLAN_TRANSACTION, type ChangedPlan } from "@/lib/server/study/change-plan";
import { studyIndexFor } from "@/lib/server/study/study-index";

/**
 * Puts new study settings in force. Reviews made before keep the version they were made
 * under; a new exam date moves what is scheduled already.
 */
export async function updateStudySettings(
  actor: Actor,
  input: StudySettingsInput,
  now: Date,
): Promise<ChangedPlan> {
  const index = await studyIndexFor(actor.id);
  return database().$transaction(
    (db) => changePlan(db, index, { userId: actor.id, at: now }, input),
    PLAN_TRANSACTION,
  );
}
