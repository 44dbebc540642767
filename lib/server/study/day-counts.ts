import { studiable } from "@/lib/domain/access/question-access";
import type { Card } from "@/lib/domain/scheduling/card";
import { countDay, type CountedCard, type DayInput } from "@/lib/domain/scheduling/plan-day";
import type { DayCounts } from "@/lib/domain/study/queue-contract";
import type { NewReview } from "@/lib/server/db/reviews";
import type { StudyBasis, StudyDay } from "@/lib/server/db/study-facts";
import type { StudyIndex } from "@/lib/server/study/study-index";

type Facts<C extends CountedCard> = StudyBasis & StudyDay<C>;

/** What the rules of a day go by, but for what the learner asked for. */
export const dayInput = <C extends CountedCard>(
  facts: Facts<C>,
  index: StudyIndex,
  now: Date,
): Omit<DayInput<C>, "banks" | "domains" | "onScreen"> => ({
  now,
  settings: facts.settings,
  questions: studiable(index.questions, facts.withheld),
  domainWeights: index.domainWeights,
  cards: facts.cards,
  answers: facts.answers,
});

export const dayCounts = (facts: Facts<CountedCard>, index: StudyIndex, now: Date): DayCounts =>
  countDay({ ...dayInput(facts, index, now), ...EVERYTHING, onScreen: new Set() });

export const EVERYTHING = { banks: null, domains: null };

/** The day as it is once an answer is saved, without reading it again. `card` is null after practice. */
export const afterAnswer = (
  { cards, answers }: StudyDay,
  { questionId, reviewedAt, rating, purpose }: NewReview,
  card: Card | null,
): StudyDay => ({
  cards: card
    ? [
        ...cards.filter((other) => other.questionId !== questionId),
        { questionId, state: card.state, dueAtMs: card.dueAt.getTime() },
      ]
    : cards,
  answers: [
    ...answers,
    {
      questionId,
      reviewedAtMs: reviewedAt.getTime(),
      firstReviewAtMs: card?.firstReviewAt.getTime() ?? null,
      rating,
      purpose,
    },
  ],
});
