import { readinessShares } from "@/lib/domain/progress/readiness";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { SimulatedQuestion, StudyPlan } from "@/lib/domain/scheduling/simulate-study";
import { likelyFirstRatings } from "@/lib/domain/progress/first-ratings";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { getSimulationFacts } from "@/lib/server/db/planned-cards";
import { getProgressFacts } from "@/lib/server/db/progress-facts";
import { secondsOf } from "@/lib/server/study/answer-time";
import { studyIndexFor } from "@/lib/server/study/study-index";

/** A simulation but for what is to be varied. */
export type PlanStart = {
  plan: Omit<StudyPlan, "examDay" | "minutesPerDay">;
  /** Names all that it was made from: the same key gives the same figures. */
  key: string;
};

/**
 * A learner's cards, the questions they have not seen and their pace, as simulations
 * start from them. What counts is the learner's exam, or everything without one.
 */
export async function startOfPlan(
  userId: string,
  settings: StudySettings,
  now: Date,
): Promise<PlanStart> {
  const [index, catalogue, facts, progress] = await Promise.all([
    studyIndexFor(userId),
    catalogueFor(userId),
    getSimulationFacts(database(), userId),
    getProgressFacts(userId, now),
  ]);
  const today = dayNumber(now, settings);
  const exam = catalogue.curriculum.exams.find(({ id }) => id === settings.exam);
  const shares = exam
    ? readinessShares(exam, index.questions.values())
    : new Map([...index.questions.keys()].map((id) => [id, 1 / index.questions.size]));
  const cards = new Map(facts.cards.map((card) => [card.questionId, card]));
  const questions = index.newOrder(settings.exam).flatMap((id): SimulatedQuestion[] => {
    const share = shares.get(id);
    if (share === undefined) return [];
    const card = cards.get(id);
    if (!card) return [{ card: null, share }];
    const { stability, difficulty } = card;
    const lastReviewDay = dayNumber(card.lastReviewAt, settings);
    const dueDay = dayNumber(card.dueAt, settings);
    return [{ card: { stability, difficulty, lastReviewDay, dueDay }, share }];
  });
  return {
    plan: {
      questions,
      today,
      secondsPerAnswer: secondsOf(progress.secondsPerAnswer),
      firstRatings: likelyFirstRatings(facts.firstRatings),
      settings,
      seed: userId,
    },
    key: [userId, settings.version, catalogue.hash, today, facts.mark].join(" "),
  };
}
