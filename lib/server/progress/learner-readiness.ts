import {
  examReadiness,
  expectedReadiness,
  readinessShares,
  USUAL_MODEL_ERROR,
  type ExamReadiness,
} from "@/lib/domain/progress/readiness";
import { readinessGains, type ReadinessGain } from "@/lib/domain/progress/readiness-gains";
import { dayOfDate } from "@/lib/domain/scheduling/due-day";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import type { Catalogue } from "@/lib/server/content/catalogue";
import type { ProgressFacts } from "@/lib/server/db/progress-facts";

export type ReadinessView = ExamReadiness & {
  /** Local calendar date that it is for; null while there is none to come: it is then for today. */
  examDate: string | null;
  /** What would be expected if the exam were today. */
  today: number;
  /** The most worthwhile first. */
  gains: ReadinessGain[];
};

/** What one sits down for. */
const QUESTIONS_AT_ONCE = 12;

/**
 * Readiness in the exam that the learner prepares for, or in all of them, if they studied
 * no more until the day: a promise that needs no promise of theirs.
 */
export function learnerReadiness(
  { curriculum, questions }: Catalogue,
  { cards, firstAnswers }: Pick<ProgressFacts, "cards" | "firstAnswers">,
  settings: StudySettings,
  now: Date,
): ReadinessView[] {
  const asked = [...questions.values()].map(({ content }) => content);
  const known = cards.filter(({ questionId }) => questions.has(questionId));
  const recallOn = (at: Date) =>
    new Map(known.map((card) => [card.questionId, recallAt(card, at, settings)]));
  const recallToday = recallOn(now);
  const examDate = dateToCome(settings, now);
  const recall = examDate ? recallOn(dayStart(dayOfDate(examDate), settings)) : recallToday;

  return curriculum.exams
    .filter(({ id }) => settings.exam === null || id === settings.exam)
    .map((exam) => ({
      ...examReadiness({
        exam,
        questions: asked,
        recall,
        firstAnswers,
        modelError: USUAL_MODEL_ERROR,
      }),
      examDate,
      today: expectedReadiness(readinessShares(exam, asked), recallToday),
      gains: readinessGains({
        exam,
        questions: asked,
        recall,
        desiredRetention: settings.desiredRetention,
        atOnce: QUESTIONS_AT_ONCE,
      }),
    }));
}

/** An exam that is over asks for nothing any more. */
function dateToCome(settings: StudySettings, now: Date): string | null {
  const { exam, examDate } = settings;
  if (exam === null || examDate === null) return null;
  return dayOfDate(examDate) > dayNumber(now, settings) ? examDate : null;
}
