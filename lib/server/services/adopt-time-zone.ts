import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { appendStudySettings, getStudySettings } from "@/lib/server/db/study-settings";

/**
 * Takes over the time zone of the learner's device, so that a newcomer's days start at
 * night where they are. Whoever has changed any setting has chosen: theirs stays.
 */
export async function adoptTimeZone(
  actor: Actor,
  { timeZone }: { timeZone: string },
  now: Date,
): Promise<void> {
  await database().$transaction(async (db) => {
    const { version, ...settings } = await getStudySettings(db, actor.id);
    if (version > 1 || settings.timeZone === timeZone) return;
    const { weights: _weights, ...kept } = settings;
    await appendStudySettings(db, actor.id, { ...kept, timeZone }, now);
  });
}
