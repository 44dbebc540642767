/**
 * What is left of a learner's day: learning steps that are due, due reviews in the
 * order of what forgetting them would cost, and room for new questions.
 *
 * Siblings (questions of one concept) are not asked on one day: of those that are due
 * the most valuable is asked, the others wait for tomorrow. Learning steps go on whatever
 * else was asked, or they would lose their sense.
 */
import type { Card } from "@/lib/domain/scheduling/card";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { recallAfter } from "@/lib/domain/scheduling/memory-model";
import {
  domainOf,
  heaviestDomain,
  type DomainWeights,
  type StudyQuestion,
} from "@/lib/domain/scheduling/study-question";
import type { DayCounts } from "@/lib/domain/study/queue-contract";
import { isEvidence, type Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { StudySettings } from "@/lib/domain/study/study-settings";

export type DueCard = { questionId: string } & Pick<
  Card,
  "state" | "dueAt" | "stability" | "lastReviewAt" | "reps" | "lapses"
>;

/** As much of a card as it takes to count it. */
export type CountedCard = Pick<DueCard, "questionId" | "state" | "dueAt">;

/** An answer of the last day or so that was not undone, and when its question was first answered. */
export type RecentAnswer = {
  questionId: string;
  reviewedAt: Date;
  /** Null when the question is new again. */
  firstReviewAt: Date | null;
  rating: Rating;
  purpose: Purpose;
};

export type DayInput<C extends CountedCard = DueCard> = {
  now: Date;
  settings: StudySettings;
  /** All questions that may be asked now, by id. Cards of others wait unseen. */
  questions: ReadonlyMap<string, StudyQuestion>;
  /** Plans these banks only; all of them when null. */
  banks: ReadonlySet<string> | null;
  /** Plans questions of these domains only; all of them when null. */
  domains: ReadonlySet<string> | null;
  domainWeights: DomainWeights;
  /** Every review card that is due by now and every learning step due by tomorrow; more does no harm. */
  cards: readonly C[];
  /** At least the answers of the learner's day. */
  answers: readonly RecentAnswer[];
  /** Questions that are on the learner's screen: they take their place of the day first. */
  onScreen: ReadonlySet<string>;
};

type Askable<C extends CountedCard = CountedCard> = { card: C; question: StudyQuestion };
export type PlannedReview<C extends DueCard = DueCard> = Askable<C> & { recall: number };

export type DayPlan<P extends Askable> = {
  counts: DayCounts;
  learning: P[];
  reviews: P[];
  /** Whether a due review waits for tomorrow because a sibling was asked today. */
  somethingWaits: boolean;
  siblings: SiblingRule;
  nextDayStartsAt: Date;
};

/** Questions outside the learner's exam still count a little, or they would never come up. */
const LEAST_WEIGHT = 5;

export function planDay<C extends DueCard>(input: DayInput<C>): DayPlan<PlannedReview<C>> {
  const today = dayNumber(input.now, input.settings);
  const planned = askableCards(input).map(({ card, question }) => ({
    card,
    question,
    recall: recallToday(card, input, today),
  }));
  return layOut(input, planned, (due) => mostValuableFirst(due, input));
}

/** The day in numbers alone: of siblings one is asked, whichever comes first. */
export const countDay = (input: DayInput<CountedCard>): DayCounts =>
  layOut(input, askableCards(input), (due) => due).counts;

function layOut<P extends Askable>(
  input: DayInput<CountedCard>,
  planned: readonly P[],
  inOrder: (due: P[]) => P[],
): DayPlan<P> {
  const today = dayNumber(input.now, input.settings);
  const startsAt = dayStart(today, input.settings);
  const nextDayStartsAt = dayStart(today + 1, input.settings);
  const answeredToday = input.answers.filter(
    ({ reviewedAt, purpose }) => reviewedAt >= startsAt && isEvidence(purpose),
  );
  const siblings = new SiblingRule();
  for (const { questionId } of answeredToday) {
    const question = input.questions.get(questionId);
    if (question) siblings.note(question);
  }

  const steps = planned.filter(({ card }) => card.state !== "review");
  const learning = steps.filter(({ card }) => card.dueAt <= input.now).sort(byDueTime);
  for (const { question } of learning) siblings.note(question);

  const due = inOrder(
    planned.filter(({ card }) => card.state === "review" && card.dueAt <= input.now),
  );
  const reviews = due.filter(({ question }) => siblings.claim(question));

  const introduced = new Set(
    answeredToday
      .filter(({ firstReviewAt }) => firstReviewAt !== null && firstReviewAt >= startsAt)
      .map(({ questionId }) => questionId),
  );
  return {
    counts: {
      learning: learning.length,
      due: reviews.length,
      newLeftToday: Math.max(0, input.settings.newPerDay - introduced.size),
      dueLaterToday: steps.filter(
        ({ card }) => card.dueAt > input.now && card.dueAt < nextDayStartsAt,
      ).length,
      reviewedToday: answeredToday.length,
    },
    learning,
    reviews,
    somethingWaits: reviews.length < due.length,
    siblings,
    nextDayStartsAt,
  };
}

/** Which questions were asked of each concept today. */
class SiblingRule {
  readonly #asked = new Map<string, Set<string>>();

  /** Takes the concept's place of the day for a question. False when a sibling has it. */
  claim(question: StudyQuestion): boolean {
    const asked = this.#asked.get(question.concept);
    if (asked && !asked.has(question.id)) return false;
    this.note(question);
    return true;
  }

  /** Notes what was asked, siblings or not. */
  note(question: StudyQuestion): void {
    const asked = this.#asked.get(question.concept) ?? new Set();
    this.#asked.set(question.concept, asked.add(question.id));
  }
}

export type Scope = Pick<DayInput, "banks" | "domains">;

export const isPlanned = (question: StudyQuestion, { banks, domains }: Scope): boolean =>
  (banks === null || banks.has(question.bank)) &&
  (domains === null || question.competencies.some((id) => domains.has(domainOf(id))));

function askableCards<C extends CountedCard>(input: DayInput<C>): Askable<C>[] {
  const askable: Askable<C>[] = [];
  for (const card of input.cards) {
    const question = input.questions.get(card.questionId);
    if (question && isPlanned(question, input)) askable.push({ card, question });
  }
  return askable;
}

function recallToday(card: DueCard, { settings }: DayInput, today: number): number {
  const elapsedDays = Math.max(0, today - dayNumber(card.lastReviewAt, settings));
  return recallAfter(elapsedDays, card.stability, settings.weights);
}

const byDueTime = (a: Askable, b: Askable): number =>
  a.card.dueAt.getTime() - b.card.dueAt.getTime() || byId(a, b);

/** First what is on screen, then by the exam marks that forgetting puts at stake. */
function mostValuableFirst<P extends PlannedReview>(
  reviews: readonly P[],
  { settings, domainWeights, onScreen }: DayInput,
): P[] {
  const value = ({ question, recall }: PlannedReview): number => {
    if (onScreen.has(question.id)) return Number.POSITIVE_INFINITY;
    const weight = heaviestDomain(question, settings.exam, domainWeights)?.weight ?? 0;
    return (1 - recall) * Math.max(LEAST_WEIGHT, weight);
  };
  return reviews
    .map((review) => ({ review, value: value(review) }))
    .sort((a, b) => (a.value === b.value ? byDueTime(a.review, b.review) : b.value - a.value))
    .map(({ review }) => review);
}

const byId = (a: Askable, b: Askable): number => (a.card.questionId < b.card.questionId ? -1 : 1);
