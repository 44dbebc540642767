import { PROBLEM_LABELS } from "@/components/reports/problem-words";
import { Badge } from "@/components/ui/badge";
import { LocalTime } from "@/components/ui/local-time";
import { TextLink } from "@/components/ui/text-link";
import type { ProblemKind } from "@/lib/domain/study/problem-kinds";

export type OwnReportRow = {
  id: string;
  questionId: string;
  kind: ProblemKind;
  text: string;
  createdAt: string;
  closedAt: string | null;
  note: string | null;
};

type OwnReportsProps = {
  reports: readonly OwnReportRow[];
  /** Where they are about several questions. */
  withQuestion?: boolean;
};

/** What a learner reported and what became of it. */
export function OwnReports({ reports, withQuestion = false }: OwnReportsProps) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {reports.map((report) => (
        <li key={report.id} className="flex flex-col gap-1.5 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{PROBLEM_LABELS[report.kind]}</span>
            {report.closedAt ? (
              <Badge tone="good">Answered</Badge>
            ) : (
              <Badge tone="partly">Open</Badge>
            )}
            <span className="text-sm text-muted">
              <LocalTime at={report.createdAt} />
            </span>
          </p>
          {withQuestion ? (
            <p className="font-mono text-sm break-words">
              <TextLink href={`/banks/${report.questionId}`}>{report.questionId}</TextLink>
            </p>
          ) : null}
          {report.text ? (
            <p className="text-sm break-words whitespace-pre-line text-muted">{report.text}</p>
          ) : null}
          {report.note ? (
            <p className="border-s-2 border-good-line ps-3 break-words whitespace-pre-line">
              <span className="sr-only">Answer: </span>
              {report.note}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
