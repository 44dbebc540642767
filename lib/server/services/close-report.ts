import type { Actor } from "@/lib/domain/access/actor";
import { canHandleReports } from "@/lib/domain/access/report-access";
import type { CloseReport, ReopenReport } from "@/lib/domain/study/report-contract";
import { database } from "@/lib/server/db/client";
import {
  closeStoredReport,
  findReport,
  reopenStoredReport,
  type ReportKey,
} from "@/lib/server/db/problem-reports";
import { AppError } from "@/lib/server/errors";

/** Closes a report with a note that its reporter reads. Of two who do so at once, one is told. */
export async function closeReport(actor: Actor, input: CloseReport, now: Date): Promise<void> {
  const key = await requireReport(actor, input);
  const closing = { closedAt: now, closedById: actor.id, note: input.note };
  if (await closeStoredReport(database(), key, closing)) return;
  throw new AppError("conflict", "Somebody else has closed this report. Load the page again.");
}

/** Opens a closed report again. Its note is kept until another one replaces it. */
export async function reopenReport(actor: Actor, input: ReopenReport): Promise<void> {
  const key = await requireReport(actor, input);
  if (await reopenStoredReport(database(), key)) return;
  throw new AppError("conflict", "This report is open already. Load the page again.");
}

async function requireReport(actor: Actor, { reporterId, id }: ReopenReport): Promise<ReportKey> {
  const key = { userId: reporterId, id };
  if (canHandleReports(actor) && (await findReport(database(), key))) return key;
  throw new AppError("not-found", "There is no such report.");
}
