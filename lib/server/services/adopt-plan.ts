import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { lockLog } from "@/lib/server/db/review-log";
import { appendStudySettings, getStudySettings } from "@/lib/server/db/study-settings";

/** Sets what a day may hold to what a plan takes. */
export async function adoptPlan(
  actor: Actor,
  limits: { newPerDay: number; reviewsPerDay: number },
  now: Date,
): Promise<void> {
  await database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const {
      version: _version,
      weights: _weights,
      ...settings
    } = await getStudySettings(db, actor.id);
    await appendStudySettings(db, actor.id, { ...settings, ...limits }, now);
  });
}
