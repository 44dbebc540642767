import { v7 as uuidV7 } from "uuid";

import type { Db } from "@/lib/server/db/client";

/** Why a card was moved, or by whom it was reset. */
export type EventCause = "learner" | "days-off" | "catch-up" | "exam" | "levelling" | "exam-eve";

export type NewEvent = {
  questionId: string;
  /** Null forgets the card; a time makes it due then. */
  dueAt: Date | null;
};

/** Writes what one StudyAction did to cards. */
export const createEvents = (
  db: Db,
  of: { userId: string; actionId: string; cause: EventCause; at: Date },
  events: readonly NewEvent[],
) =>
  db.cardEvent.createMany({
    data: events.map(({ questionId, dueAt }) => ({
      ...of,
      id: uuidV7({ msecs: of.at.getTime() }),
      questionId,
      kind: dueAt ? "move" : "reset",
      dueAt,
    })),
  });

/** The questions whose cards an action changed. */
export async function listQuestionsOfAction(
  db: Db,
  userId: string,
  actionId: string,
): Promise<string[]> {
  const rows = await db.cardEvent.findMany({
    where: { userId, actionId },
    distinct: ["questionId"],
    select: { questionId: true },
  });
  return rows.map(({ questionId }) => questionId);
}

export const undoEvents = (db: Db, userId: string, actionId: string, undoneAt: Date) =>
  db.cardEvent.updateMany({ where: { userId, actionId, undoneAt: null }, data: { undoneAt } });

/**
 * Takes back what the service moved by itself, as the log is about to say something else:
 * what kept cards before the exam, and what was levelled at or after `since`, when what
 * changes now was taken into account.
 */
export const undoOwnMoves = (
  db: Db,
  userId: string,
  questionIds: readonly string[],
  since: Date,
  undoneAt: Date,
) =>
  db.cardEvent.updateMany({
    where: {
      userId,
      questionId: { in: [...questionIds] },
      undoneAt: null,
      OR: [{ cause: "exam-eve" }, { cause: "levelling", at: { gte: since } }],
    },
    data: { undoneAt },
  });

/** Questions that were levelled at or after an instant, and stand so. */
export async function listLevelled(db: Db, userId: string, since: Date): Promise<string[]> {
  const rows = await db.cardEvent.findMany({
    where: { userId, cause: "levelling", at: { gte: since }, undoneAt: null },
    distinct: ["questionId"],
    select: { questionId: true },
  });
  return rows.map(({ questionId }) => questionId);
}
