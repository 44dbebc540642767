/**
 * What is left of a learner's day: learning steps that are due, due reviews in the
 * order of what forgetting them would cost, and room for new questions.
 *
 * Siblings (questions of one concept) are not asked on one day: of those that are due
 * the most valuable is asked, the others wait for tomorrow. Learning steps go on whatever
 * else was asked, or they would lose their sense.
 */
import type { Card } from "@/lib/domain/scheduling/card";
import { dayNumber, dayNumberOfMs, dayStart } from "@/lib/domain/scheduling/learner-day";
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

/** A card as a day is planned from it: hundreds may be due, and most are only compared. Times are epoch milliseconds. */
export type DueCard = { questionId: string; dueAtMs: number; lastReviewAtMs: number } & Pick<
  Card,
  "state" | "stability" | "reps" | "lapses"
>;

/** As much of a card as it takes to count it. */
export type CountedCard = Pick<DueCard, "questionId" | "state" | "dueAtMs">;

/** An answer of the last day or so that was not undone, and when its question was first answered. */
export type RecentAnswer = {
  questionId: string;
  reviewedAtMs: number;
  /** Null when the question is new again. */
  firstReviewAtMs: number | null;
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
export type PlannedReview<C extends DueCard = DueCard> = Askable<C> & {
  reason: "learning" | "due";
  /** Probability that the learner recalls it now. */
  recall: number;
  /** What forgetting it would cost, in exam marks; above all else when it is on screen. */
  value: number;
};

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
  const planned = askableCards(input, (card, question): PlannedReview<C> => {
    const recall = recallToday(card, input, today);
    const reason = card.state === "review" ? "due" : "learning";
    return { card, question, reason, recall, value: valueOf(question, recall, input) };
  });
  return layOut(input, planned, (due) => due.sort(byValue));
}

/** The day in numbers alone: of siblings one is asked, whichever comes first. */
export function countDay(input: DayInput<CountedCard>): DayCounts {
  const planned = askableCards(input, (card, question) => ({ card, question }));
  return layOut(input, planned, (due) => due).counts;
}

function layOut<P extends Askable>(
  input: DayInput<CountedCard>,
  planned: readonly P[],
  inOrder: (due: P[]) => P[],
): DayPlan<P> {
  const today = dayNumber(input.now, input.settings);
  const startsAt = dayStart(today, input.settings);
  const nextDayStartsAt = dayStart(today + 1, input.settings);
  const siblings = new SiblingRule();
  const done = noteAnswers(input, startsAt.getTime(), siblings);
  const { learning, due, later } = splitByTime(planned, input.now.getTime());

  learning.sort(byDueTime);
  for (const { question } of learning) siblings.note(question);
  const reviews = inOrder(due).filter(({ question }) => siblings.claim(question));
  const dayEndsMs = nextDayStartsAt.getTime();
  return {
    counts: {
      learning: learning.length,
      due: reviews.length,
      newLeftToday: Math.max(0, input.settings.newPerDay - done.introduced),
      dueLaterToday: later.filter(({ card }) => card.dueAtMs < dayEndsMs).length,
      reviewedToday: done.reviewed,
    },
    learning,
    reviews,
    somethingWaits: reviews.length < due.length,
    siblings,
    nextDayStartsAt,
  };
}

/** How much was answered since then, and how many questions of it were new. What was asked takes its concept's place. */
function noteAnswers(
  { answers, questions }: DayInput<CountedCard>,
  sinceMs: number,
  siblings: SiblingRule,
): { reviewed: number; introduced: number } {
  const introduced = new Set<string>();
  let reviewed = 0;
  for (const { questionId, reviewedAtMs, firstReviewAtMs, purpose } of answers) {
    if (reviewedAtMs < sinceMs || !isEvidence(purpose)) continue;
    reviewed += 1;
    if (firstReviewAtMs !== null && firstReviewAtMs >= sinceMs) introduced.add(questionId);
    const question = questions.get(questionId);
    if (question) siblings.note(question);
  }
  return { reviewed, introduced: introduced.size };
}

/** Learning steps and reviews that are due, and learning steps that come later. */
function splitByTime<P extends Askable>(planned: readonly P[], nowMs: number) {
  const learning: P[] = [];
  const due: P[] = [];
  const later: P[] = [];
  for (const each of planned) {
    const isReview = each.card.state === "review";
    if (each.card.dueAtMs <= nowMs) (isReview ? due : learning).push(each);
    else if (!isReview) later.push(each);
  }
  return { learning, due, later };
}

/** Which questions were asked today, and of which concepts. */
class SiblingRule {
  readonly #concepts = new Set<string>();
  readonly #questions = new Set<string>();

  /** Takes the concept's place of the day for a question. False when a sibling has it. */
  claim(question: StudyQuestion): boolean {
    if (this.#concepts.has(question.concept) && !this.#questions.has(question.id)) return false;
    this.note(question);
    return true;
  }

  /** Notes what was asked, siblings or not. */
  note({ concept, id }: StudyQuestion): void {
    this.#concepts.add(concept);
    this.#questions.add(id);
  }
}

export type Scope = Pick<DayInput, "banks" | "domains">;

export const isPlanned = (question: StudyQuestion, { banks, domains }: Scope): boolean =>
  (banks === null || banks.has(question.bank)) &&
  (domains === null || question.competencies.some((id) => domains.has(domainOf(id))));

function askableCards<C extends CountedCard, P>(
  input: DayInput<C>,
  toPlanned: (card: C, question: StudyQuestion) => P,
): P[] {
  const planned: P[] = [];
  for (const card of input.cards) {
    const question = input.questions.get(card.questionId);
    if (question && isPlanned(question, input)) planned.push(toPlanned(card, question));
  }
  return planned;
}

function recallToday(card: DueCard, { settings }: DayInput, today: number): number {
  const elapsedDays = Math.max(0, today - dayNumberOfMs(card.lastReviewAtMs, settings));
  return recallAfter(elapsedDays, card.stability, settings.weights);
}

function valueOf(
  question: StudyQuestion,
  recall: number,
  { settings, domainWeights, onScreen }: DayInput,
): number {
  if (onScreen.has(question.id)) return Number.POSITIVE_INFINITY;
  const weight = heaviestDomain(question, settings.exam, domainWeights)?.weight ?? 0;
  return (1 - recall) * Math.max(LEAST_WEIGHT, weight);
}

const byValue = (a: PlannedReview, b: PlannedReview): number =>
  a.value === b.value ? byDueTime(a, b) : b.value - a.value;

const byDueTime = (a: Askable, b: Askable): number =>
  a.card.dueAtMs - b.card.dueAtMs || (a.card.questionId < b.card.questionId ? -1 : 1);
