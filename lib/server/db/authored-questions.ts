/** Questions of a private bank with their versions, as their author lists them. */
import type { Db } from "@/lib/server/db/client";

export type AuthoredRow = {
  id: string;
  version: number;
  retired: boolean;
  /** When the current version was made. */
  changedAt: Date;
  content: unknown;
};

/** Retired ones included, by id. */
export const listAuthored = (db: Db, bankId: string): Promise<AuthoredRow[]> =>
  db.$queryRaw<AuthoredRow[]>`
    select q.id, v.version, q."retiredAt" is not null as retired, v."createdAt" as "changedAt",
           v.content
      from "Question" q
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
     where q."bankId" = ${bankId}
     order by q.id`;

export async function findAuthored(db: Db, questionId: string): Promise<AuthoredRow | null> {
  const rows = await db.$queryRaw<AuthoredRow[]>`
    select q.id, v.version, q."retiredAt" is not null as retired, v."createdAt" as "changedAt",
           v.content
      from "Question" q
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
     where q.id = ${questionId}`;
  return rows[0] ?? null;
}

/** Newest first. */
export const listVersions = (db: Db, questionId: string) =>
  db.questionVersion.findMany({
    where: { questionId },
    orderBy: { version: "desc" },
    select: { version: true, createdAt: true, content: true },
  });

export type OwnBankRow = {
  id: string;
  title: string;
  description: string;
  isArchived: boolean;
  questions: number;
  drafts: number;
  classes: string[];
};

/** A person's own banks by title, archived ones last. */
export const listOwnBanks = (db: Db, ownerId: string): Promise<OwnBankRow[]> =>
  db.$queryRaw<OwnBankRow[]>`
    select b.id, b.title, b.description, b."retiredAt" is not null as "isArchived",
           (select count(*)::int from "Question" q
             where q."bankId" = b.id and q."retiredAt" is null) as questions,
           (select count(*)::int from "QuestionDraft" d
             where d."bankId" = b.id and d."userId" = b."ownerId") as drafts,
           (select coalesce(json_agg(c.name order by c.name), '[]')
              from "BankShare" s join "Class" c on c.id = s."classId"
             where s."bankId" = b.id) as classes
      from "Bank" b
     where b."ownerId" = ${ownerId}::uuid
     order by b."retiredAt" is not null, lower(b.title), b.id`;

export type ShareRow = { id: string; name: string; students: number; shared: boolean };

/** Classes that a bank is shared with, and others that its owner instructs, by name. */
export const listShares = (
  db: Db,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<ShareRow[]> =>
  db.$queryRaw<ShareRow[]>`
    select c.id, c.name, s."classId" is not null as shared,
           (select count(*)::int from "Member" p
             where p."classId" = c.id and p.role = 'student' and p."removedAt" is null) as students
      from "Class" c
      left join "BankShare" s on s."classId" = c.id and s."bankId" = ${id}
     where s."classId" is not null
        or (c."archivedAt" is null and exists (
              select 1 from "Member" m where m."classId" = c.id and m."userId" = ${ownerId}::uuid
                 and m.role = 'instructor' and m."removedAt" is null))
     order by lower(c.name), c.id`;

/** Sharing twice is sharing once. */
export async function createShare(db: Db, bankId: string, classId: string): Promise<void> {
  await db.bankShare.createMany({ data: { bankId, classId }, skipDuplicates: true });
}

export async function deleteShare(db: Db, bankId: string, classId: string): Promise<void> {
  await db.bankShare.deleteMany({ where: { bankId, classId } });
}
