import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { NOTHING_WITHHELD } from "@/lib/server/db/study-facts";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { studyHistory } from "@/lib/server/services/study-history";
import { publicVariant } from "@/lib/server/study/browse-question";

export type QuestionView = {
  question: PublicQuestion;
  bankTitle: string;
  /** Titles of the competencies it serves, each after its exam's short name. */
  competencies: { exam: string; title: string }[];
  history: HistoryResponse;
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
  const [history, { timeZone }] = await Promise.all([
    studyHistory(actor, { questionId }, now),
    getStudySettings(database(), actor.id),
  ]);
  const titles = new Map(
    curriculum.exams.flatMap(({ domains }) =>
      domains.flatMap(({ competencies }) => competencies.map(({ id, title }) => [id, title])),
    ),
  );
  return {
    question: publicVariant(actor.id, published, history.card?.reps ?? 0),
    bankTitle: banks.find(({ id }) => id === published.content.bank)?.title ?? "",
    competencies: published.content.competencies.map((id) => ({
      exam: id.slice(0, id.indexOf("/")).toUpperCase(),
      title: titles.get(id) ?? id,
    })),
    history,
    timeZone,
  };
}
