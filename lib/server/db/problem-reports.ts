import type { ProblemKind } from "@/lib/domain/study/problem-kinds";
import type { Db } from "@/lib/server/db/client";
import type { ProblemReport as ReportRow } from "@/lib/server/db/generated/client";

export type StoredReport = Omit<ReportRow, "kind"> & { kind: ProblemKind };

export type NewReport = Omit<StoredReport, "answer" | "closedAt" | "closedById" | "note"> & {
  answer: object | null;
};

/** Names one report: ids are made by clients, so that two people could have the same. */
export type ReportKey = { userId: string; id: string };

const toReport = (row: ReportRow): StoredReport => ({ ...row, kind: row.kind as ProblemKind });

export async function findReport(db: Db, key: ReportKey): Promise<StoredReport | null> {
  const row = await db.problemReport.findUnique({ where: { userId_id: key } });
  return row && toReport(row);
}

/** Does nothing when the report is there already. */
export async function createReport(db: Db, { answer, ...report }: NewReport): Promise<void> {
  await db.problemReport.createMany({
    data: { ...report, ...(answer ? { answer } : {}) },
    skipDuplicates: true,
  });
}

/** One learner's reports, newest first; of one question when it is named. */
export async function listReportsOf(
  db: Db,
  userId: string,
  { questionId, most }: { questionId?: string; most: number },
): Promise<StoredReport[]> {
  const rows = await db.problemReport.findMany({
    where: { userId, ...(questionId === undefined ? {} : { questionId }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(toReport);
}

const inState = (open: boolean) => ({ closedAt: open ? null : { not: null } });

/**
 * Questions with such reports and how many, most first: those of everybody's banks and of
 * this person's own.
 */
export const countReportsByQuestion = (
  db: Db,
  handlerId: string,
  open: boolean,
): Promise<{ questionId: string; reports: number }[]> =>
  db.$queryRaw<{ questionId: string; reports: number }[]>`
    select r."questionId", count(*)::int as reports
      from "ProblemReport" r
      join "Question" q on q.id = r."questionId"
      join "Bank" b on b.id = q."bankId"
     where (r."closedAt" is null) = ${open}
       and (b."ownerId" is null or b."ownerId" = ${handlerId}::uuid)
     group by r."questionId"
     order by count(*) desc, r."questionId"`;

/** Open ones by when they came, closed ones by when they were closed; newest first. */
export async function listReportsOn(
  db: Db,
  { questionId, open, most }: { questionId: string; open: boolean; most: number },
): Promise<StoredReport[]> {
  const rows = await db.problemReport.findMany({
    where: { questionId, ...inState(open) },
    orderBy: [open ? { createdAt: "desc" } : { closedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(toReport);
}

/** False when there is no such report that is open. */
export async function closeStoredReport(
  db: Db,
  key: ReportKey,
  closing: { closedAt: Date; closedById: string; note: string },
): Promise<boolean> {
  const { count } = await db.problemReport.updateMany({
    where: { ...key, closedAt: null },
    data: closing,
  });
  return count === 1;
}

/** Keeps the note. False when there is no such report that is closed. */
export async function reopenStoredReport(db: Db, key: ReportKey): Promise<boolean> {
  const { count } = await db.problemReport.updateMany({
    where: { ...key, closedAt: { not: null } },
    data: { closedAt: null, closedById: null },
  });
  return count === 1;
}
