import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";
import type { Ticket } from "@/lib/domain/study/queue-contract";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { listReportsOf } from "@/lib/server/db/problem-reports";
import { NOTHING_WITHHELD } from "@/lib/server/db/study-facts";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { studyHistory } from "@/lib/server/services/study-history";
import { publicVariant } from "@/lib/server/study/browse-question";
import { toOwnReport, type OwnReport } from "@/lib/server/study/own-report";

const MOST_REPORTS = 20;

export type QuestionView = {
  question: PublicQuestion;
  /** Names the variant that is shown. */
  ticket: Ticket;
  bankTitle: string;
  /** Titles of the competencies it serves, each after its exam's short name. */
  competencies: { exam: string; title: string }[];
  history: HistoryResponse;
  /** What this learner reported about it, newest first. */
  reports: OwnReport[];
  timeZone: string;
};

/** One question as its learner may see it before the next answer, and what they did with it. */
export async function viewQuestion(
  actor: Actor,
  questionId: string,
  now: Date,
): Promise<QuestionView> {
  const { questions, banks, curriculum } = await getCatalogue();
  const published = questions.get(questionId);
  if (!published || !canStudyQuestion(questionId, NOTHING_WITHHELD)) {
    throw new AppError("not-found", "There is no such question.");
  }
  const [history, { timeZone }, reports] = await Promise.all([
    studyHistory(actor, { questionId }, now),
    getStudySettings(database(), actor.id),
    listReportsOf(database(), actor.id, { questionId, most: MOST_REPORTS }),
  ]);
  const occurrence = history.card?.reps ?? 0;
  const titles = new Map(
    curriculum.exams.flatMap(({ domains }) =>
      domains.flatMap(({ competencies }) => competencies.map(({ id, title }) => [id, title])),
    ),
  );
  return {
    question: publicVariant(actor.id, published, occurrence),
    ticket: { questionId, version: published.version, occurrence },
    bankTitle: banks.find(({ id }) => id === published.content.bank)?.title ?? "",
    competencies: published.content.competencies.map((id) => ({
      exam: id.slice(0, id.indexOf("/")).toUpperCase(),
      title: titles.get(id) ?? id,
    })),
    history,
    reports: reports.map(toOwnReport),
    timeZone,
  };
}
