/**
 * Banks that belong to somebody, and who may study them. `openBanks` is the one rule of
 * that: every statement that reads questions for a person is made with it.
 */
import type { BankRow } from "@/lib/server/db/content";
import type { Db } from "@/lib/server/db/client";

/** A private bank that somebody may study, as it was at this revision. */
export type OpenBank = { id: string; revision: number };

export type PrivateBankRow = BankRow & {
  ownerId: string;
  revision: number;
  retiredAt: Date | null;
};

/**
 * Ids and revisions of the private banks that are open to a person: their own, and those
 * shared with a class that they are in. A part of a larger statement, in which `user` is
 * an expression.
 */
export const openBanks = (user: string): string => `
  select o.id, o.revision from "Bank" o
   where o."ownerId" = ${user} and o."retiredAt" is null
  union
  select b.id, b.revision
    from "Member" m
    join "BankShare" s on s."classId" = m."classId"
    join "Bank" b on b.id = s."bankId" and b."ownerId" is not null and b."retiredAt" is null
   where m."userId" = ${user} and m."removedAt" is null`;

/** The same as one text, null without any. */
export const openBankList = (user: string): string => `
  (select string_agg(l.id || '@' || l.revision, ' ' order by l.id) from (${openBanks(user)}) l)`;

export const toOpenBanks = (list: string | null): OpenBank[] =>
  (list?.split(" ") ?? []).map((entry) => {
    const [id = "", revision] = entry.split("@");
    return { id, revision: Number(revision) };
  });

/** The text that `toOpenBanks` reads. */
export const toOpenBankList = (banks: readonly OpenBank[]): string | null =>
  banks.length === 0 ? null : banks.map(({ id, revision }) => `${id}@${revision}`).join(" ");

/** Whether a question's bank is everybody's or open to the person. `bank` is an expression too. */
export const isOpenBank = (bank: string, user: string): string => `
  (${bank} in (select p.id from "Bank" p where p."ownerId" is null)
   or ${bank} in (select l.id from (${openBanks(user)}) l))`;

const OPEN_BANKS = `select ${openBankList("$1::uuid")} as list`;

export async function findOpenBanks(db: Db, userId: string): Promise<OpenBank[]> {
  const rows = await db.$queryRawUnsafe<{ list: string | null }[]>(OPEN_BANKS, userId);
  return toOpenBanks(rows[0]?.list ?? null);
}

/** The private banks that everybody in a class may study. */
export const listBanksOfClass = (db: Db, classId: string): Promise<OpenBank[]> =>
  db.$queryRaw<OpenBank[]>`
    select b.id, b.revision
      from "BankShare" s
      join "Bank" b on b.id = s."bankId" and b."ownerId" is not null and b."retiredAt" is null
     where s."classId" = ${classId}::uuid order by b.id`;

export type StoredBank = {
  bank: BankRow;
  revision: number;
  questions: { version: number; content: unknown }[];
};

/** A private bank with its live questions, in one snapshot; null when it is nobody's or retired. */
export async function findStoredBank(db: Db, bankId: string): Promise<StoredBank | null> {
  const rows = await db.$queryRaw<StoredBank[]>`
    select json_build_object('id', b.id, 'title', b.title, 'description', b.description,
                             'position', b.position) as bank,
           b.revision,
           (select coalesce(json_agg(json_build_object('version', v.version, 'content', v.content)
                                     order by q.id), '[]')
              from "Question" q
              join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
             where q."bankId" = b.id and q."retiredAt" is null) as questions
      from "Bank" b
     where b.id = ${bankId} and b."ownerId" is not null and b."retiredAt" is null`;
  return rows[0] ?? null;
}

export async function findPrivateBank(db: Db, id: string): Promise<PrivateBankRow | null> {
  const row = await db.bank.findUnique({ where: { id } });
  return typeof row?.ownerId === "string" ? { ...row, ownerId: row.ownerId } : null;
}

/** Whose bank a question is in: nobody's in one that is everybody's. */
export async function findBankOwner(
  db: Db,
  questionId: string,
): Promise<{ ownerId: string | null }> {
  const row = await db.question.findUnique({
    where: { id: questionId },
    select: { bank: { select: { ownerId: true } } },
  });
  return { ownerId: row?.bank.ownerId ?? null };
}

/** Waits until nobody else changes the bank; held to the end of the transaction. */
export async function lockBank(db: Db, bankId: string): Promise<void> {
  await db.$queryRaw`select 1 from "Bank" where id = ${bankId} for no key update`;
}

/** Throws a unique violation when the id is taken. */
export const createPrivateBank = (
  db: Db,
  bank: Pick<PrivateBankRow, "id" | "ownerId" | "title" | "description">,
) => db.bank.create({ data: { ...bank, position: AFTER_PUBLIC_BANKS }, select: { id: true } });

const AFTER_PUBLIC_BANKS = 10_000;

/** What is kept in memory of a bank is known by its revision: every change raises it. */
export const changePrivateBank = (
  db: Db,
  id: string,
  change: { title?: string; description?: string; retiredAt?: Date | null } = {},
) =>
  db.bank.update({
    where: { id },
    data: { ...change, revision: { increment: 1 } },
    select: { id: true },
  });
