import { v7 as uuidV7 } from "uuid";

import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { levelFortnight } from "@/lib/domain/scheduling/level-fortnight";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { PLAN_TRANSACTION, toInstants } from "@/lib/server/study/change-plan";
import { getPlannedCards } from "@/lib/server/study/planned-cards";
import { studyIndexFor } from "@/lib/server/study/study-index";
import { writeMoves } from "@/lib/server/study/write-moves";

/**
 * Levels a learner's last fortnight. Nobody did that, so it is in nobody's list of
 * actions to take back. Doing it again changes nothing. Returns how many reviews were moved.
 */
export async function levelExam(userId: string, at: Date): Promise<number> {
  const index = await studyIndexFor(userId);
  return database().$transaction(async (db) => {
    const settings = await getStudySettings(db, userId);
    const cards = await getPlannedCards(db, index, userId, settings);
    const moves = levelFortnight(cards, dayNumber(at, settings), settings);
    const actionId = uuidV7({ msecs: at.getTime() });
    const of = { userId, actionId, cause: "levelling", at } as const;
    await writeMoves(db, of, toInstants(moves, settings));
    return moves.length;
  }, PLAN_TRANSACTION);
}
