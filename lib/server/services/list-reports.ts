import type { Actor } from "@/lib/domain/access/actor";
import { canHandleReports } from "@/lib/domain/access/report-access";
import { catalogueFor, type Catalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { findNames } from "@/lib/server/db/people";
import { countReportsByQuestion, listReportsOn } from "@/lib/server/db/problem-reports";
import { AppError } from "@/lib/server/errors";
import { toReportView, type ReportView } from "@/lib/server/study/report-view";

const QUESTIONS_PER_PAGE = 10;
const REPORTS_PER_QUESTION = 5;
const REPORTS_OF_ONE = 100;

export type ReportFilter = {
  open: boolean;
  /** Only reports on this question; of all when null. */
  questionId: string | null;
  /** From 1. */
  page: number;
};

export type QuestionReports = {
  questionId: string;
  bankTitle: string;
  /** Null when the question has been retired. */
  currentVersion: number | null;
  /** Reports there are, of which the latest are listed. */
  total: number;
  reports: ReportView[];
};

export type ReportList = {
  questions: QuestionReports[];
  /** Reports in all, whatever the filter. */
  counts: { open: number; closed: number };
  page: number;
  pages: number;
};

/** What learners report, by question, most reported first. To a learner there is no such list. */
export async function listReports(actor: Actor, filter: ReportFilter): Promise<ReportList> {
  if (!canHandleReports(actor)) throw new AppError("not-found", "There is no such page.");
  const db = database();
  const [catalogue, open, closed] = await Promise.all([
    catalogueFor(actor.id),
    countReportsByQuestion(db, actor.id, true),
    countReportsByQuestion(db, actor.id, false),
  ]);
  const found = (filter.open ? open : closed).filter(
    ({ questionId }) => filter.questionId === null || questionId === filter.questionId,
  );
  const pages = Math.max(1, Math.ceil(found.length / QUESTIONS_PER_PAGE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const shown = found.slice((page - 1) * QUESTIONS_PER_PAGE, page * QUESTIONS_PER_PAGE);
  return {
    questions: await Promise.all(shown.map((group) => withReports(group, filter, catalogue))),
    counts: { open: sum(open), closed: sum(closed) },
    page,
    pages,
  };
}

const sum = (groups: readonly { reports: number }[]): number =>
  groups.reduce((total, { reports }) => total + reports, 0);

async function withReports(
  { questionId, reports: total }: { questionId: string; reports: number },
  filter: ReportFilter,
  { banks, questions }: Catalogue,
): Promise<QuestionReports> {
  const most = filter.questionId === null ? REPORTS_PER_QUESTION : REPORTS_OF_ONE;
  const stored = await listReportsOn(database(), { questionId, open: filter.open, most });
  const names = await findNames(
    database(),
    stored.flatMap(({ closedById }) => closedById ?? []),
  );
  const bank = questionId.slice(0, questionId.indexOf("/"));
  return {
    questionId,
    bankTitle: banks.find(({ id }) => id === bank)?.title ?? bank,
    currentVersion: questions.get(questionId)?.version ?? null,
    total,
    reports: await Promise.all(stored.map((report) => toReportView(report, names))),
  };
}
