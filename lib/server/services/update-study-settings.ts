import type { Actor } from "@/lib/domain/access/actor";
import type { StudySettings, StudySettingsInput } from "@/lib/domain/study/study-settings";
import { database } from "@/lib/server/db/client";
import { appendStudySettings } from "@/lib/server/db/study-settings";

/** Puts new study settings in force. Reviews made before keep the version they were made under. */
export async function updateStudySettings(
  actor: Actor,
  input: StudySettingsInput,
  now: Date,
): Promise<StudySettings> {
  return database().$transaction((db) => appendStudySettings(db, actor.id, input, now));
}
