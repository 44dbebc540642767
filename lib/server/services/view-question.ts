import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { memoryCurve, type CurvePoint } from "@/lib/domain/progress/memory-curve";
import { wrongForms, type WrongForms } from "@/lib/domain/progress/wrong-forms";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { reveal, type Reveal } from "@/lib/domain/questions/reveal";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { CardView, HistoryResponse } from "@/lib/domain/study/history-contract";
import type { Ticket } from "@/lib/domain/study/queue-contract";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { catalogueFor } from "@/lib/server/content/catalogue";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import { database } from "@/lib/server/db/client";
import { listReportsOf } from "@/lib/server/db/problem-reports";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { findWrongAnswers } from "@/lib/server/db/wrong-answers";
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
  /** Null while the question is new to the learner. */
  curve: { points: CurvePoint[]; today: number; dueDay: number } | null;
  /** What is only for those who have answered it: null to anybody else, as it tells of the key. */
  afterwards: (Pick<Reveal, "sources" | "errata"> & { others: WrongForms | null }) | null;
  timeZone: string;
};

/** One question as its learner may see it before the next answer, and what they did with it. */
export async function viewQuestion(
  actor: Actor,
  questionId: string,
  now: Date,
): Promise<QuestionView> {
  const { questions, banks, curriculum } = await catalogueFor(actor.id);
  const published = questions.get(questionId);
  const withheld = await findWithheld(database(), actor.id, now);
  if (!published || !canStudyQuestion(questionId, withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  const [history, settings, reports] = await Promise.all([
    studyHistory(actor, { questionId }, now),
    getStudySettings(database(), actor.id),
    listReportsOf(database(), actor.id, { questionId, most: MOST_REPORTS }),
  ]);
  const occurrence = history.card?.reps ?? 0;
  const isAnswered = history.reviews.some(({ undoneAt }) => undoneAt === null);
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
    curve: history.card && curveOf(history.card, settings, now),
    afterwards: isAnswered ? await tellAfterwards(actor, published) : null,
    timeZone: settings.timeZone,
  };
}

function curveOf(card: CardView, settings: StudySettings, now: Date): QuestionView["curve"] {
  const today = dayNumber(now, settings);
  const dueDay = dayNumber(new Date(card.dueAt), settings);
  const points = memoryCurve({
    stability: card.stability,
    weights: settings.weights,
    lastReviewDay: dayNumber(new Date(card.lastReviewAt), settings),
    dueDay,
    today,
  });
  return { points, today, dueDay };
}

async function tellAfterwards(
  actor: Actor,
  { content, version }: CatalogueQuestion,
): Promise<NonNullable<QuestionView["afterwards"]>> {
  const { sources, errata } = reveal(drawQuestion(content, actor.id));
  const answers = await findWrongAnswers(content.id, version, actor.id);
  return { sources, errata, others: wrongForms(content, answers) };
}
