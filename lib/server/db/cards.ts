import type { Card } from "@/lib/domain/scheduling/card";
import type { Db } from "@/lib/server/db/client";
import type { Card as CardRow } from "@/lib/server/db/generated/client";

/** A card as it is kept; each change gives it another `revision`, never an earlier one. */
export type StoredCard = Card & { revision: number };

/** A row as PostgreSQL's row_to_json gives it: times are text. */
export type CardJson = Omit<CardRow, "dueAt" | "lastReviewAt" | "firstReviewAt"> &
  Record<"dueAt" | "lastReviewAt" | "firstReviewAt", string>;

export function toCard(row: CardRow | CardJson): StoredCard {
  const { userId: _userId, questionId: _questionId, state, ...rest } = row;
  return {
    ...rest,
    state: state as Card["state"],
    dueAt: new Date(row.dueAt),
    lastReviewAt: new Date(row.lastReviewAt),
    firstReviewAt: new Date(row.firstReviewAt),
  };
}

type CardKey = { userId: string; questionId: string };

export async function findCard(db: Db, key: CardKey): Promise<StoredCard | null> {
  const row = await db.card.findUnique({ where: { userId_questionId: key } });
  return row && toCard(row);
}

export async function findCards(
  db: Db,
  userId: string,
  questionIds: readonly string[],
): Promise<(Card & { questionId: string })[]> {
  const rows = await db.card.findMany({ where: { userId, questionId: { in: [...questionIds] } } });
  return rows.map((row) => ({ ...toCard(row), questionId: row.questionId }));
}

/**
 * Waits until nobody else is changing these cards, and keeps others waiting until the
 * transaction ends. Returns the questions that there is a card of.
 */
export async function lockCards(
  db: Db,
  userId: string,
  questionIds: readonly string[],
): Promise<Set<string>> {
  const locked = await db.$queryRaw<{ questionId: string }[]>`
    select "questionId" from "Card"
     where "userId" = ${userId}::uuid and "questionId" = any(${[...questionIds]})
     order by "questionId" for update`;
  return new Set(locked.map(({ questionId }) => questionId));
}

/**
 * Stores what a replay gave for cards, by question id. Those in `existing` are locked
 * by `lockCards`, the others it found missing: one that someone made in between is a
 * unique violation.
 */
export async function saveReplayed(
  db: Db,
  userId: string,
  cards: ReadonlyMap<string, Card | null>,
  existing: ReadonlySet<string>,
): Promise<void> {
  const rows = [...cards].flatMap(([questionId, card]) =>
    card ? [{ userId, questionId, ...card }] : [],
  );
  const gone = [...cards].flatMap(([questionId, card]) => (card ? [] : [questionId]));
  const changed = rows.filter(({ questionId }) => existing.has(questionId));
  const made = rows.filter(({ questionId }) => !existing.has(questionId));
  if (gone.length > 0) await db.card.deleteMany({ where: { userId, questionId: { in: gone } } });
  if (made.length > 0) await db.card.createMany({ data: made });
  if (changed.length > 0) await updateCards(db, changed);
}

const updateCards = (db: Db, rows: readonly (Card & CardKey)[]): Promise<number> =>
  db.$executeRaw`
    update "Card" c
       set state = n.state, "dueAt" = n."dueAt", stability = n.stability,
           difficulty = n.difficulty, "scheduledDays" = n."scheduledDays",
           "learningSteps" = n."learningSteps", reps = n.reps, lapses = n.lapses,
           "lastReviewAt" = n."lastReviewAt", "firstReviewAt" = n."firstReviewAt",
           revision = default
      from json_populate_recordset(null::"Card", ${JSON.stringify(rows)}::json) n
     where c."userId" = n."userId" and c."questionId" = n."questionId"`;
