import type { Card } from "@/lib/domain/scheduling/card";
import type { Db } from "@/lib/server/db/client";
import type { Card as CardRow } from "@/lib/server/db/generated/client";

/** A card as it is kept; `revision` goes up by one with each change. */
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

/** Waits until nobody else is changing the card, and keeps others waiting until the transaction ends. */
export async function lockCard(db: Db, { userId, questionId }: CardKey): Promise<boolean> {
  const locked = await db.$queryRaw<unknown[]>`
    select 1 from "Card" where "userId" = ${userId}::uuid and "questionId" = ${questionId} for update`;
  return locked.length > 0;
}

/**
 * Stores what a replay gave for a card that `lockCard` has locked (`exists`), or found
 * missing. A card that someone made in between is a unique violation.
 */
export async function saveReplayed(
  db: Db,
  key: CardKey,
  card: Card | null,
  exists: boolean,
): Promise<void> {
  if (!card) {
    await db.card.deleteMany({ where: key });
  } else if (exists) {
    await db.card.update({
      where: { userId_questionId: key },
      data: { ...card, revision: { increment: 1 } },
      select: { revision: true },
    });
  } else {
    await db.card.create({ data: { ...key, ...card }, select: { revision: true } });
  }
}
