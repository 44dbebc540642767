/** Questions, their versions and their banks, as the importer writes and the catalogue reads them. */
import type { Db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/** The one row of ContentState. */
export const CONTENT_STATE_ID = "questions";

/** Any fixed number will do, as long as nothing else locks it. */
const CONTENT_LOCK = 7_220_501;

export type JsonDocument = Prisma.InputJsonValue;

export type BankRow = { id: string; title: string; description: string; position: number };

export type NewVersion = {
  questionId: string;
  version: number;
  contentHash: string;
  content: JsonDocument;
};

export type QuestionRow = {
  id: string;
  bankId: string;
  kind: string;
  concept: string;
  currentVersion: number;
};

export type StoredQuestion = {
  id: string;
  currentVersion: number;
  contentHash: string;
  retired: boolean;
};

/** Hash of what was loaded last; null before the first load. */
export async function findContentHash(db: Db): Promise<string | null> {
  const state = await db.contentState.findUnique({
    where: { id: CONTENT_STATE_ID },
    select: { hash: true },
  });
  return state?.hash ?? null;
}

/** What the questions refer to, as it was loaded last. */
export const findContentState = (db: Db) =>
  db.contentState.findUnique({ where: { id: CONTENT_STATE_ID } });

export async function saveContentState(
  db: Db,
  state: { hash: string; loadedAt: Date; document: JsonDocument },
): Promise<void> {
  await db.contentState.upsert({
    where: { id: CONTENT_STATE_ID },
    create: { id: CONTENT_STATE_ID, ...state },
    update: state,
  });
}

/** Waits until no other process loads questions; held to the end of the transaction. */
export async function lockContent(db: Db): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(${CONTENT_LOCK}::bigint)`;
}

/** Retired ones included, with the hash of their current version: those that belong to nobody. */
export const listPublicQuestions = (db: Db): Promise<StoredQuestion[]> =>
  db.$queryRaw<StoredQuestion[]>`
    select q.id, q."currentVersion", v."contentHash", q."retiredAt" is not null as retired
      from "Question" q
      join "Bank" b on b.id = q."bankId" and b."ownerId" is null
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"`;

/** Those of a bank. */
export const listQuestionsOfBank = (db: Db, bankId: string): Promise<StoredQuestion[]> =>
  db.$queryRaw<StoredQuestion[]>`
    select q.id, q."currentVersion", v."contentHash", q."retiredAt" is not null as retired
      from "Question" q
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
     where q."bankId" = ${bankId}`;

/** Which of these ids belong to somebody. */
export async function listPrivateBanksAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.bank.findMany({
    where: { id: { in: [...ids] }, ownerId: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Writes the banks as given and retires every other one that belongs to nobody. */
export async function saveBanks(db: Db, banks: readonly BankRow[], at: Date): Promise<void> {
  for (const bank of banks) {
    const fields = { ...bank, retiredAt: null };
    await db.bank.upsert({ where: { id: bank.id }, create: fields, update: fields });
  }
  await db.bank.updateMany({
    where: { id: { notIn: banks.map((bank) => bank.id) }, ownerId: null, retiredAt: null },
    data: { retiredAt: at },
  });
}

export async function createQuestions(db: Db, rows: readonly QuestionRow[]): Promise<void> {
  await db.question.createMany({ data: [...rows] });
}

export async function createVersions(
  db: Db,
  versions: readonly NewVersion[],
  createdAt: Date,
): Promise<void> {
  await db.questionVersion.createMany({
    data: versions.map((version) => ({ ...version, createdAt })),
  });
}

/** Points questions at their newest version and brings them back if they were retired. */
export async function moveQuestions(db: Db, rows: readonly QuestionRow[]): Promise<void> {
  await db.$executeRaw`
    update "Question" q
       set kind = moved.kind, concept = moved.concept, "retiredAt" = null,
           "currentVersion" = moved.version
      from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ kind }) => kind)}::text[],
                  ${rows.map(({ concept }) => concept)}::text[],
                  ${rows.map(({ currentVersion }) => currentVersion)}::int[])
           as moved (id, kind, concept, version)
     where q.id = moved.id`;
}

export async function retireQuestions(db: Db, ids: readonly string[], at: Date): Promise<void> {
  await db.question.updateMany({ where: { id: { in: [...ids] } }, data: { retiredAt: at } });
}

export async function reviveQuestions(db: Db, ids: readonly string[]): Promise<void> {
  await db.question.updateMany({ where: { id: { in: [...ids] } }, data: { retiredAt: null } });
}

/** Banks that belong to nobody, retired ones included, in the order of lists. */
export const listPublicBanks = (db: Db) =>
  db.bank.findMany({
    where: { ownerId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, description: true, position: true, retiredAt: true },
  });

/** Current versions of the questions that are not retired, of banks that belong to nobody. */
export const listLiveQuestions = (db: Db): Promise<{ version: number; content: unknown }[]> =>
  db.$queryRaw<{ version: number; content: unknown }[]>`
    select v.version, v.content
      from "Question" q
      join "Bank" b on b.id = q."bankId" and b."ownerId" is null
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
     where q."retiredAt" is null
     order by q.id`;

/** Numbers of the current versions, by question; of retired ones too. */
export async function listNewestVersions(
  db: Db,
  questionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.question.findMany({
    where: { id: { in: [...questionIds] } },
    select: { id: true, currentVersion: true },
  });
  return new Map(rows.map(({ id, currentVersion }) => [id, currentVersion]));
}

/** The content of one version, of a retired question too; null when there is no such version. */
export async function findVersionContent(
  db: Db,
  questionId: string,
  version: number,
): Promise<unknown> {
  const row = await db.questionVersion.findUnique({
    where: { questionId_version: { questionId, version } },
    select: { content: true },
  });
  return row?.content ?? null;
}
