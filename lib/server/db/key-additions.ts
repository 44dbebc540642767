import { KeyAdditionSchema, type KeyAddition } from "@/lib/domain/questions/key-addition";
import type { Db } from "@/lib/server/db/client";

export type AdditionsByQuestion = ReadonlyMap<string, readonly KeyAddition[]>;

/**
 * What accepted appeals have added to the keys of these questions and counts in a class:
 * what counts everywhere, and what counts there beside the question's versions.
 */
export async function listAdditions(
  db: Db,
  questionIds: readonly string[],
  classId: string,
): Promise<AdditionsByQuestion> {
  const rows = await db.keyAddition.findMany({
    where: {
      questionId: { in: [...questionIds] },
      OR: [{ everywhere: true }, { classIds: { has: classId } }],
    },
    orderBy: { addedAt: "asc" },
    select: { questionId: true, answer: true },
  });
  return byQuestion(rows);
}

/** What is part of every version of these questions. */
export async function listAdditionsEverywhere(
  db: Db,
  questionIds: readonly string[],
): Promise<AdditionsByQuestion> {
  const rows = await db.keyAddition.findMany({
    where: { questionId: { in: [...questionIds] }, everywhere: true },
    orderBy: { addedAt: "asc" },
    select: { questionId: true, answer: true },
  });
  return byQuestion(rows);
}

function byQuestion(rows: readonly { questionId: string; answer: unknown }[]): AdditionsByQuestion {
  const found = new Map<string, KeyAddition[]>();
  for (const { questionId, answer } of rows) {
    const own = found.get(questionId) ?? [];
    found.set(questionId, [...own, KeyAdditionSchema.parse(answer)]);
  }
  return found;
}

/** Answers join a question's key one after another. */
export async function lockKey(db: Db, questionId: string): Promise<void> {
  await db.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`key ${questionId}`}, 0))::text`;
}

type NewAddition = {
  id: string;
  questionId: string;
  answer: KeyAddition;
  appealId: string;
  everywhere: boolean;
  classIds: string[];
  addedById: string;
  addedAt: Date;
};

export const createAddition = (db: Db, { answer, ...addition }: NewAddition) =>
  db.keyAddition.create({
    data: { ...addition, answer: JSON.parse(JSON.stringify(answer)) as object },
    select: { id: true },
  });
