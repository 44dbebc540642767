import type { ProblemKind } from "@/lib/domain/study/problem-kinds";
import type { StoredReport } from "@/lib/server/db/problem-reports";

/** A report as its reporter sees it. */
export type OwnReport = {
  id: string;
  questionId: string;
  kind: ProblemKind;
  text: string;
  createdAt: string;
  /** Null while it is open. */
  closedAt: string | null;
  /** What became of it; null while it is open. */
  note: string | null;
};

export const toOwnReport = (report: StoredReport): OwnReport => ({
  id: report.id,
  questionId: report.questionId,
  kind: report.kind,
  text: report.text,
  createdAt: report.createdAt.toISOString(),
  closedAt: report.closedAt?.toISOString() ?? null,
  note: report.closedAt && report.note,
});
