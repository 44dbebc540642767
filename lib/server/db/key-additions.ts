import { NO_KEY_CHANGE, type KeyChange } from "@/lib/domain/questions/gain-answer";
import { KeyAdditionSchema, type KeyAddition } from "@/lib/domain/questions/key-addition";
import type { Db } from "@/lib/server/db/client";

export type KeyChangesByQuestion = ReadonlyMap<string, KeyChange>;

/**
 * How the keys of these questions differ in a class from what versions say: by what accepted
 * appeals have added, there or everywhere, and by what older versions still have of additions
 * that were taken back.
 */
export async function listKeyChanges(
  db: Db,
  questionIds: readonly string[],
  classId: string,
): Promise<KeyChangesByQuestion> {
  const rows = await db.keyAddition.findMany({
    where: {
      questionId: { in: [...questionIds] },
      OR: [{ everywhere: true }, { classIds: { has: classId }, withdrawnAt: null }],
    },
    orderBy: { addedAt: "asc" },
    select: { questionId: true, answer: true, withdrawnAt: true },
  });
  const found = new Map<string, KeyChange>();
  for (const { questionId, answer, withdrawnAt } of rows) {
    const { added, withdrawn } = found.get(questionId) ?? NO_KEY_CHANGE;
    const addition = KeyAdditionSchema.parse(answer);
    found.set(
      questionId,
      withdrawnAt === null
        ? { added: [...added, addition], withdrawn }
        : { added, withdrawn: [...withdrawn, addition] },
    );
  }
  return found;
}

/** What is part of the newest version of these questions. */
export async function listAdditionsEverywhere(
  db: Db,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeyAddition[]>> {
  const rows = await db.keyAddition.findMany({
    where: { questionId: { in: [...questionIds] }, everywhere: true, withdrawnAt: null },
    orderBy: { addedAt: "asc" },
    select: { questionId: true, answer: true },
  });
  const found = new Map<string, KeyAddition[]>();
  for (const { questionId, answer } of rows) {
    const own = found.get(questionId) ?? [];
    found.set(questionId, [...own, KeyAdditionSchema.parse(answer)]);
  }
  return found;
}

/** Answers join a question's key, and leave it, one after another. */
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

export type StoredAddition = Omit<NewAddition, "appealId">;

/** What acceptances of these appeals have added and nobody has taken back, by appeal. */
export async function listAdditionsOf(
  db: Db,
  appealIds: readonly string[],
): Promise<ReadonlyMap<string, StoredAddition>> {
  const rows = await db.keyAddition.findMany({
    where: { appealId: { in: [...appealIds] }, withdrawnAt: null },
  });
  return new Map(
    rows.map(({ appealId, answer, ...row }) => [
      appealId ?? "",
      { ...row, answer: KeyAdditionSchema.parse(answer) },
    ]),
  );
}

/** False when somebody has taken it back already. */
export async function withdrawAddition(db: Db, id: string, withdrawnAt: Date): Promise<boolean> {
  const { count } = await db.keyAddition.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt },
  });
  return count === 1;
}
