import { Inbox } from "lucide-react";

import {
  CloseReportForm,
  ReopenReportForm,
  type ReportAction,
} from "@/components/reports/close-report-form";
import { PROBLEM_LABELS } from "@/components/reports/problem-words";
import { ReportedQuestion } from "@/components/reports/reported-question";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { TextLink } from "@/components/ui/text-link";
import type { Answer, GradedAnswer } from "@/lib/domain/questions/grade-answer";
import type { Reveal } from "@/lib/domain/questions/reveal";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { ProblemKind } from "@/lib/domain/study/problem-kinds";

type ReportRow = {
  reporterId: string;
  id: string;
  kind: ProblemKind;
  text: string;
  createdAt: string;
  version: number;
  question: PublicQuestion;
  reveal: Reveal;
  given: { answer: Answer; graded: GradedAnswer } | null;
  answered: boolean;
  marks: boolean[] | null;
  closed: { at: string; by: string } | null;
  note: string | null;
};

type QuestionGroup = {
  questionId: string;
  bankTitle: string;
  currentVersion: number | null;
  total: number;
  reports: ReportRow[];
};

type Actions = { close: ReportAction; reopen: ReportAction };

type ReportListProps = { questions: readonly QuestionGroup[]; open: boolean } & Actions;

/** Reports by question. */
export function ReportList({ questions, open, ...actions }: ReportListProps) {
  if (questions.length === 0) {
    return (
      <EmptyState icon={Inbox} title={open ? "Nothing to look at" : "Nothing closed yet"}>
        <p>
          {open
            ? "Whatever learners report about a question comes here."
            : "Reports that you close move here, with the note that their reporter reads."}
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      {questions.map((group) => (
        <Group key={group.questionId} group={group} open={open} {...actions} />
      ))}
    </div>
  );
}

function Group({ group, open, ...actions }: { group: QuestionGroup; open: boolean } & Actions) {
  const { questionId, bankTitle, currentVersion, total, reports } = group;
  const more = total - reports.length;
  const address = `/reports?${new URLSearchParams({ ...(open ? {} : { show: "closed" }), question: questionId })}`;
  return (
    <section aria-labelledby={questionId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={questionId} className="min-w-0 font-mono text-base font-semibold break-words">
          {currentVersion === null ? (
            questionId
          ) : (
            <TextLink href={`/banks/${questionId}`}>{questionId}</TextLink>
          )}
        </h2>
        <p className="text-sm text-muted">
          {bankTitle} · {total} {total === 1 ? "report" : "reports"}
          {currentVersion === null ? " · no longer asked" : ""}
        </p>
      </div>
      <ul className="flex flex-col gap-3">
        {reports.map((report) => (
          <Report
            key={`${report.reporterId} ${report.id}`}
            report={report}
            currentVersion={currentVersion}
            {...actions}
          />
        ))}
      </ul>
      {more > 0 ? (
        <p className="text-sm">
          <TextLink href={address}>{`${more} more on this question`}</TextLink>
        </p>
      ) : null}
    </section>
  );
}

type ReportProps = { report: ReportRow; currentVersion: number | null } & Actions;

function Report({ report, currentVersion, close, reopen }: ReportProps) {
  const { kind, text, createdAt, version, closed, note } = report;
  return (
    <li className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{PROBLEM_LABELS[kind]}</span>
        <VersionBadge version={version} current={currentVersion} />
        <span className="text-sm text-muted">
          <LocalTime at={createdAt} />
        </span>
      </p>
      {text ? <p className="break-words whitespace-pre-line">{text}</p> : null}
      <details className="rounded-lg border border-line px-4 py-2.5">
        <summary className="cursor-pointer text-sm font-medium">
          The question as it was shown, with its key
        </summary>
        <div className="pt-4 pb-2">
          <ReportedQuestion {...report} />
        </div>
      </details>
      {closed ? (
        <>
          <p className="border-s-2 border-good-line ps-3 break-words whitespace-pre-line">{note}</p>
          <p className="text-sm text-muted">
            Closed {closed.by ? `by ${closed.by} ` : ""}
            <LocalTime at={closed.at} />
          </p>
          <ReopenReportForm {...namesOf(report)} reopen={reopen} />
        </>
      ) : (
        <CloseReportForm
          {...namesOf(report)}
          note={note}
          answered={report.answered}
          close={close}
        />
      )}
    </li>
  );
}

const namesOf = ({ reporterId, id }: ReportRow) => ({ reporterId, id });

function VersionBadge({ version, current }: { version: number; current: number | null }) {
  return current === null || version === current ? (
    <Badge>Version {version}</Badge>
  ) : (
    <Badge tone="partly">
      Version {version}, now {current}
    </Badge>
  );
}
