import type { Actor } from "@/lib/domain/access/actor";
import { canHandleReportsOn } from "@/lib/domain/access/report-access";
import type { CloseReport, ReopenReport } from "@/lib/domain/study/report-contract";
import { database } from "@/lib/server/db/client";
import {
  closeStoredReport,
  findReport,
  reopenStoredReport,
  type ReportKey,
} from "@/lib/server/db/problem-reports";
import { findBankOwner } from "@/lib/server/db/private-banks";
import { AppError } from "@/lib/server/errors";
import { tellPeople } from "@/lib/server/services/tell-people";

/**
 * Closes a report with a note; its reporter is told. Of two who do so at once, one is told
 * that it was done.
 */
export async function closeReport(actor: Actor, input: CloseReport, now: Date): Promise<void> {
  const { questionId, ...key } = await requireReport(actor, input);
  const closing = { closedAt: now, closedById: actor.id, note: input.note };
  await database().$transaction(async (db) => {
    if (!(await closeStoredReport(db, key, closing))) throw closedBefore();
    const telling = {
      kind: "report-closed",
      // Opened again and closed anew, it is told anew.
      key: `report-closed ${key.id} ${now.toISOString()}`,
      facts: { questionId, note: input.note },
      link: `/banks/${questionId}`,
    } as const;
    await tellPeople(db, [key.userId], telling, now);
  });
}

const closedBefore = () =>
  new AppError("conflict", "Somebody else has closed this report. Load the page again.");

/** Opens a closed report again. Its note is kept until another one replaces it. */
export async function reopenReport(actor: Actor, input: ReopenReport): Promise<void> {
  const { userId, id } = await requireReport(actor, input);
  if (await reopenStoredReport(database(), { userId, id })) return;
  throw new AppError("conflict", "This report is open already. Load the page again.");
}

async function requireReport(
  actor: Actor,
  { reporterId, id }: ReopenReport,
): Promise<ReportKey & { questionId: string }> {
  const key = { userId: reporterId, id };
  const report = await findReport(database(), key);
  if (report && canHandleReportsOn(actor, await findBankOwner(database(), report.questionId))) {
    return { ...key, questionId: report.questionId };
  }
  throw new AppError("not-found", "There is no such report.");
}
