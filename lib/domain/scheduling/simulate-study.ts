/**
 * What a learner will know on exam day if they study so many minutes a day.
 *
 * Each day that is not a day off the reviews that are due are answered first, those with
 * most exam marks at stake before others when the time does not suffice for all; what is
 * left of the time goes to new questions, in their order. Whether an answer is right is
 * drawn with the probability that FSRS gives, so reviews that fail cost their relearning
 * too. Dates are made as the product makes them: the interval that FSRS wants, spread a
 * little, and what would fall after the exam's eve is levelled over the last fortnight.
 *
 * Everything follows from the seed.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { isDayOff } from "@/lib/domain/scheduling/due-day";
import { memoryMath, type Memory, type MemoryMath } from "@/lib/domain/scheduling/memory-step";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { Rating } from "@/lib/domain/study/rating";

export type SimulatedQuestion = {
  /** Null for a question that the learner has not seen. */
  card: (Memory & { lastReviewDay: number; dueDay: number }) | null;
  /** What it adds to readiness when it is certainly recalled: the shares of all sum to 1. */
  share: number;
};

export type StudyPlan = {
  /** New ones in the order in which they will be introduced. */
  questions: readonly SimulatedQuestion[];
  today: number;
  examDay: number;
  /** The first day without study; the exam's when left out. */
  until?: number;
  minutesPerDay: number;
  /** New questions on one day; as many as the time allows when left out. */
  newPerDay?: number;
  secondsPerAnswer: number;
  /** How likely the learner's first answer of a question is rated Again, Hard, Good, Easy. */
  firstRatings: readonly [number, number, number, number];
  settings: SchedulingSettings;
  seed: string;
};

export type SimulatedStudy = {
  /** Expected share of the exam that is recalled on exam day, 0 to 1. */
  readiness: number;
  /** Answers and first answers of each open day. */
  days: { day: number; reviews: number; fresh: number }[];
  seen: number;
  /** Recall on exam day by question; 0 for those never seen. */
  recall: number[];
  /** The cards as the plan leaves them, by question. */
  cards: SimulatedQuestion["card"][];
};

type Learned = {
  index: number;
  share: number;
  memory: Memory;
  /** What the learner's memory really is, where that is known; else as FSRS sees it. */
  truth: Memory;
  lastReviewDay: number;
  dueDay: number;
};

const FORTNIGHT_DAYS = 14;
/** A question is read and its explanation too the first time it is met. */
const FIRST_ANSWER_SECONDS = 1.5;
const SPREAD = 0.05;
/** What is in a learning step is asked again on the same day, so often by the rating of the first answer. */
const STEPS_AFTER = { 1: 2, 2: 1, 3: 1, 4: 0 } as const;

/**
 * With `truth`, answers are drawn from that memory instead of the one that plans are made
 * with, and readiness is what is really recalled: for checking this against learners
 * whose memory is known.
 */
export function simulateStudy(plan: StudyPlan, truth: MemoryMath | null = null): SimulatedStudy {
  return new Simulation(plan, truth).run();
}

class Simulation {
  readonly #plan: StudyPlan;
  readonly #model: MemoryMath;
  readonly #truth: MemoryMath;
  readonly #random: () => number;
  readonly #learned: Learned[];
  readonly #unseen: { index: number; share: number }[];
  /** Cards by the day on which they fall due; what was not done moves on to the next day. */
  readonly #due = new Map<number, Learned[]>();

  constructor(plan: StudyPlan, truth: MemoryMath | null) {
    this.#plan = plan;
    this.#model = memoryMath(plan.settings);
    this.#truth = truth ?? this.#model;
    const { below } = seededRandom(plan.seed, "study");
    this.#random = () => below(2 ** 30) / 2 ** 30;
    this.#learned = plan.questions.flatMap(({ card, share }, index) =>
      card ? [{ index, share, ...timesOf(card), memory: card, truth: card }] : [],
    );
    this.#unseen = plan.questions.flatMap(({ card, share }, index) =>
      card ? [] : [{ index, share }],
    );
    for (const card of this.#learned) this.#schedule(card);
  }

  run(): SimulatedStudy {
    const { today, examDay, until = examDay, settings } = this.#plan;
    const days: SimulatedStudy["days"] = [];
    for (let day = today; day < until; day++) {
      if (isDayOff(day, settings.daysOff)) this.#postpone(day, this.#takeDue(day));
      else days.push(this.#study(day));
    }
    return { ...this.#result(), days };
  }

  #study(day: number): SimulatedStudy["days"][number] {
    const { minutesPerDay, secondsPerAnswer, newPerDay = Infinity } = this.#plan;
    let seconds = minutesPerDay * 60;
    const due = this.#takeDue(day);
    if (due.length * secondsPerAnswer > seconds) this.#mostAtStakeFirst(due, day);
    let reviews = 0;
    for (; reviews < due.length && seconds >= secondsPerAnswer; reviews++) {
      const card = due[reviews];
      if (card) seconds -= this.#review(card, day) * secondsPerAnswer;
    }
    this.#postpone(day, due.slice(reviews));
    let fresh = 0;
    while (fresh < newPerDay && seconds >= FIRST_ANSWER_SECONDS * secondsPerAnswer) {
      const question = this.#unseen.shift();
      if (!question) break;
      fresh += 1;
      seconds -= this.#meet(question, day) * secondsPerAnswer;
    }
    return { day, reviews, fresh };
  }

  /** Returns the time it takes, in answers. */
  #review(card: Learned, day: number): number {
    const elapsed = Math.max(0, day - card.lastReviewDay);
    const isRecalled = this.#random() < this.#truth.recall(elapsed, card.truth.stability);
    this.#answer(card, elapsed, isRecalled ? 3 : 1);
    if (!isRecalled) this.#answer(card, 0, 3);
    this.#setDue(card, day);
    return isRecalled ? 1 : 2;
  }

  #meet({ index, share }: { index: number; share: number }, day: number): number {
    const rating = this.#firstRating();
    const memory = this.#model.next(null, 0, rating);
    const truth = this.#truth.next(null, 0, rating);
    const card: Learned = { index, share, memory, truth, lastReviewDay: day, dueDay: day };
    const steps = this.#plan.settings.learningSteps ? STEPS_AFTER[rating] : 0;
    for (let step = 0; step < steps; step++) this.#answer(card, 0, 3);
    this.#learned.push(card);
    this.#setDue(card, day);
    return FIRST_ANSWER_SECONDS + steps;
  }

  #answer(card: Learned, elapsed: number, rating: Rating): void {
    card.memory = this.#model.next(card.memory, elapsed, rating);
    card.truth =
      this.#truth === this.#model ? card.memory : this.#truth.next(card.truth, elapsed, rating);
  }

  #firstRating(): Rating {
    const [again, hard, good] = this.#plan.firstRatings;
    const drawn = this.#random();
    if (drawn < again) return 1;
    if (drawn < again + hard) return 2;
    return drawn < again + hard + good ? 3 : 4;
  }

  #setDue(card: Learned, day: number): void {
    const wanted = this.#model.intervalDays(card.memory.stability);
    const spread = this.#plan.settings.fuzz ? 1 + SPREAD * (2 * this.#random() - 1) : 1;
    card.lastReviewDay = day;
    card.dueDay = day + Math.max(1, Math.round(wanted * spread));
    this.#schedule(card);
  }

  /** What would fall after the exam's eve is levelled over the last fortnight. */
  #schedule(card: Learned): void {
    const eve = this.#plan.examDay - 1;
    if (card.dueDay > eve) {
      const first = Math.max(this.#plan.today, card.lastReviewDay + 1, eve - FORTNIGHT_DAYS + 1);
      if (first > eve) return;
      card.dueDay = first + Math.floor(this.#random() * (eve - first + 1));
    }
    this.#postpone(Math.max(this.#plan.today, card.dueDay) - 1, [card]);
  }

  #takeDue(day: number): Learned[] {
    const due = this.#due.get(day) ?? [];
    this.#due.delete(day);
    return due;
  }

  #postpone(day: number, cards: readonly Learned[]): void {
    const next = this.#due.get(day + 1);
    if (next) for (const card of cards) next.push(card);
    else if (cards.length > 0) this.#due.set(day + 1, [...cards]);
  }

  #mostAtStakeFirst(cards: Learned[], day: number): void {
    const atStake = new Map(
      cards.map((card) => {
        const recall = this.#model.recall(day - card.lastReviewDay, card.memory.stability);
        return [card, (1 - recall) * card.share];
      }),
    );
    cards.sort((a, b) => (atStake.get(b) ?? 0) - (atStake.get(a) ?? 0));
  }

  #result(): Omit<SimulatedStudy, "days"> {
    const recall = new Array<number>(this.#plan.questions.length).fill(0);
    const cards = this.#plan.questions.map(({ card }) => card);
    let readiness = 0;
    for (const { index, share, memory, truth, lastReviewDay, dueDay } of this.#learned) {
      cards[index] = { ...memory, lastReviewDay, dueDay };
      const known = this.#truth.recall(this.#plan.examDay - lastReviewDay, truth.stability);
      recall[index] = known;
      readiness += share * known;
    }
    return { readiness, seen: this.#learned.length, recall, cards };
  }
}

const timesOf = ({ lastReviewDay, dueDay }: { lastReviewDay: number; dueDay: number }) => ({
  lastReviewDay,
  dueDay,
});
