import { studiable } from "@/lib/domain/access/question-access";
import type { Card } from "@/lib/domain/scheduling/card";
import { countDay, type DayInput } from "@/lib/domain/scheduling/plan-day";
import type { DayCounts } from "@/lib/domain/study/queue-contract";
import type { NewReview } from "@/lib/server/db/reviews";
import type { StudyFacts } from "@/lib/server/db/study-facts";
import type { StudyIndex } from "@/lib/server/study/study-index";

/** What the rules of a day go by, but for what the learner asked for. */
export const dayInput = (
  facts: StudyFacts,
  index: StudyIndex,
  now: Date,
): Omit<DayInput, "banks" | "domains" | "onScreen"> => ({
  now,
  settings: facts.settings,
  questions: studiable(index.questions, facts.withheld),
  domainWeights: index.domainWeights,
  cards: facts.cards,
  answers: facts.answers,
});

export const dayCounts = (facts: StudyFacts, index: StudyIndex, now: Date): DayCounts =>
  countDay({ ...dayInput(facts, index, now), ...EVERYTHING, onScreen: new Set() });

export const EVERYTHING = { banks: null, domains: null };

/** The facts as they are once an answer is saved, without reading them again. `card` is null after practice. */
export const afterAnswer = <F extends StudyFacts>(
  facts: F,
  { questionId, reviewedAt, rating, purpose }: NewReview,
  card: Card | null,
): F => ({
  ...facts,
  cards: card
    ? [...facts.cards.filter((other) => other.questionId !== questionId), { ...card, questionId }]
    : facts.cards,
  answers: [
    ...facts.answers,
    { questionId, reviewedAt, rating, purpose, firstReviewAt: card?.firstReviewAt ?? null },
  ],
});
