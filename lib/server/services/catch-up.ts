import type { Actor } from "@/lib/domain/access/actor";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { spreadBacklog, type BacklogChoice } from "@/lib/domain/scheduling/spread-backlog";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { lockLog } from "@/lib/server/db/review-log";
import { PLAN_TRANSACTION, writePlanAction } from "@/lib/server/study/change-plan";
import { getPlannedCards } from "@/lib/server/study/planned-cards";
import { studyIndexFor } from "@/lib/server/study/study-index";

/** Spreads what is overdue over the days to come, as one action that can be taken back. Returns how many reviews were moved. */
export async function catchUp(actor: Actor, choice: BacklogChoice, now: Date): Promise<number> {
  const index = await studyIndexFor(actor.id);
  return database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const settings = await getStudySettings(db, actor.id);
    const cards = await getPlannedCards(db, index, actor.id, settings);
    const { moves } = spreadBacklog(cards, dayNumber(now, settings), choice, settings);
    await writePlanAction(db, { userId: actor.id, kind: "catch-up", at: now }, moves, settings);
    return moves.length;
  }, PLAN_TRANSACTION);
}
