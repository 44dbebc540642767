import type { StudySettings } from "@/lib/domain/study/study-settings";
import { database, type Db } from "@/lib/server/db/client";
import { listCardQuestions } from "@/lib/server/db/parameter-fits";
import { lockLog } from "@/lib/server/db/review-log";
import { appendStudySettings, getStudySettings } from "@/lib/server/db/study-settings";
import { PLAN_TRANSACTION } from "@/lib/server/study/change-plan";
import { changeLog } from "@/lib/server/study/replay-cards";

/** So many cards are replayed before others get a turn. */
const AT_ONCE = 250;

/**
 * Puts weights in force: a new version of the settings, and every card remembered anew
 * with them. Dates stay. The caller's transaction holds the log's lock.
 */
export async function adoptWeights(
  db: Db,
  userId: string,
  weights: readonly number[],
  at: Date,
): Promise<StudySettings> {
  const { version: _version, ...before } = await getStudySettings(db, userId);
  const settings = await appendStudySettings(db, userId, { ...before, weights }, at);
  await rememberAnew(db, userId, await listCardQuestions(db, userId));
  return settings;
}

/** For cards that were made while weights were put in force, and not seen by that. */
export const rememberLateCards = (userId: string, since: Date): Promise<void> =>
  database().$transaction(async (db) => {
    await lockLog(db, userId);
    await rememberAnew(db, userId, await listCardQuestions(db, userId, since));
  }, PLAN_TRANSACTION);

async function rememberAnew(db: Db, userId: string, questionIds: readonly string[]) {
  for (let first = 0; first < questionIds.length; first += AT_ONCE) {
    const some = questionIds.slice(first, first + AT_ONCE);
    await changeLog(db, userId, some, () => Promise.resolve());
  }
}
