/**
 * A learner with a known memory, studying as the product would have them study. Pure: the
 * same seed gives the same year. Their memory follows FSRS with weights of their own; the
 * product schedules with the weights of its settings, knowing nothing of theirs.
 */
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { cardKey } from "@/lib/domain/scheduling/card";
import { isDayOff } from "@/lib/domain/scheduling/due-day";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { memoryMath, type Memory, type MemoryMath } from "@/lib/domain/scheduling/memory-step";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";

export type SimulatedReview = {
  questionId: string;
  reviewedAt: Date;
  rating: Rating;
  durationMs: number;
};

export type SimulatedLearner = {
  /** In order of time. */
  reviews: SimulatedReview[];
  /** As the product knows them. */
  cards: Map<string, Card>;
  /** As they are: true recall at an instant, by id of each question seen. */
  trueRecallAt: (at: Date) => Map<string, number>;
};

export type Simulation = {
  seed: string;
  userId: string;
  questionIds: readonly string[];
  settings: SchedulingSettings;
  /** The learner's own weights; those of the settings when left out. */
  trueWeights?: readonly number[];
  /** Numbers of the learner's days, both included. */
  fromDay: number;
  toDay: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** Share of days without study, 0 to 1. Days off of the settings are without it anyway. */
  skipped?: number;
  /** Minutes after the day's start at which studying begins. */
  startMinutes?: number;
  /** How often something is known that was never studied, 0 to 1. */
  priorKnowledge?: number;
  /** Questions that this learner hardly ever keeps. */
  stubborn?: ReadonlySet<string>;
  /** After so many lapses a question is looked up for good. Never, when left out. */
  lookedUpAfter?: number;
  /** What may not be studied on a day, such as the questions of an open quiz. */
  isWithheld?: (questionId: string, day: number) => boolean;
};

type TrueMemory = Memory & { lastReviewAt: Date };

const START_MINUTES = 14 * 60;
const FIRST_SIGHT = 0.45;
/** Recall of what somebody hardly ever keeps. */
const STUBBORN_RECALL = 0.3;
const RESOLUTION = 1_000_000;

type Step = { id: string; at: number; tries: number };
const MOST_TRIES = 6;

/** A learning step that is due, or else the next question; when none is left, the next step. */
function takeNext(waiting: string[], steps: readonly Step[], at: number): Step | null {
  const [soonest] = [...steps].sort((a, b) => a.at - b.at);
  if (soonest && (soonest.at <= at || waiting.length === 0)) return soonest;
  const id = waiting.shift();
  return id === undefined ? null : { id, at, tries: 1 };
}

export function simulateLearner(simulation: Simulation): SimulatedLearner {
  const learner = new Learner(simulation);
  for (let day = simulation.fromDay; day <= simulation.toDay; day++) learner.live(day);
  return {
    reviews: learner.reviews,
    cards: learner.cards,
    trueRecallAt: (at) => learner.trueRecallAt(at),
  };
}

class Learner {
  readonly reviews: SimulatedReview[] = [];
  readonly cards = new Map<string, Card>();
  readonly #memories = new Map<string, TrueMemory>();
  readonly #simulation: Simulation;
  readonly #random: ReturnType<typeof seededRandom>;
  readonly #truth: MemoryMath;
  #unseen: readonly string[];

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#unseen = simulation.questionIds;
    this.#random = seededRandom(simulation.seed, "learner");
    const { settings, trueWeights } = simulation;
    this.#truth = memoryMath({ ...settings, weights: trueWeights ?? settings.weights });
  }

  live(day: number): void {
    const { settings, newPerDay, reviewsPerDay, skipped = 0 } = this.#simulation;
    if (this.#chance() < skipped || isDayOff(day, settings.daysOff)) return;
    const { startMinutes = START_MINUTES, isWithheld = () => false } = this.#simulation;
    const start = dayStart(day, settings).getTime() + startMinutes * 60_000;
    const at = start + this.#random.below(60) * 60_000;

    const due = [...this.cards]
      .filter(([id, card]) => dayNumber(card.dueAt, settings) <= day && !isWithheld(id, day))
      .sort(([, a], [, b]) => a.dueAt.getTime() - b.dueAt.getTime())
      .slice(0, reviewsPerDay)
      .map(([id]) => id);
    this.#sit([...due, ...this.#fresh(day, newPerDay)], at);
  }

  /** Answers them one after the other; what is to come back within minutes does. */
  #sit(ids: readonly string[], startMs: number): void {
    const waiting = [...ids];
    let steps: Step[] = [];
    let at = startMs;
    for (let next = takeNext(waiting, steps, at); next; next = takeNext(waiting, steps, at)) {
      const { id, tries } = next;
      steps = steps.filter((step) => step !== next);
      at = Math.max(at, next.at);
      const card = this.#answer(id, new Date(at));
      at += 20_000 + this.#random.below(40_000);
      if (card.state !== "review" && tries < MOST_TRIES) {
        steps.push({ id, at: card.dueAt.getTime(), tries: tries + 1 });
      }
    }
  }

  #fresh(day: number, most: number): string[] {
    const { isWithheld = () => false } = this.#simulation;
    const left = this.#unseen.filter((id) => !isWithheld(id, day)).slice(0, most);
    this.#unseen = this.#unseen.filter((id) => !left.includes(id));
    return left;
  }

  trueRecallAt(at: Date): Map<string, number> {
    return new Map(
      [...this.#memories].map(([id, memory]) => [
        id,
        this.#truth.recall(this.#daysSince(memory, at), memory.stability),
      ]),
    );
  }

  #answer(id: string, reviewedAt: Date): Card {
    const { userId, settings } = this.#simulation;
    const memory = this.#memories.get(id) ?? null;
    const elapsedDays = memory ? this.#daysSince(memory, reviewedAt) : 0;
    const rating = this.#rate(id, memory, elapsedDays);
    const next = this.#truth.next(memory, elapsedDays, rating);
    this.#memories.set(id, { ...next, lastReviewAt: reviewedAt });

    const moment = { reviewedAt, cardKey: cardKey(userId, id) };
    const card = scheduleReview(this.cards.get(id) ?? null, rating, moment, settings);
    this.cards.set(id, card);
    const durationMs = 6_000 + this.#random.below(rating === 1 ? 50_000 : 25_000);
    this.reviews.push({ questionId: id, reviewedAt, rating, durationMs });
    return card;
  }

  /** What was never learned is known now and then; what was, as often as the memory has it. */
  #rate(id: string, memory: TrueMemory | null, elapsedDays: number): Rating {
    const { priorKnowledge = FIRST_SIGHT, stubborn } = this.#simulation;
    const known = memory ? this.#truth.recall(elapsedDays, memory.stability) : priorKnowledge;
    const recall = stubborn?.has(id) ? Math.min(known, STUBBORN_RECALL) : known;
    if (this.#chance() >= recall && !this.#isLookedUp(id)) return 1;
    const ease = this.#chance();
    if (ease < 0.12) return 2;
    return ease > 0.93 ? 4 : 3;
  }

  #isLookedUp(id: string): boolean {
    const { stubborn, lookedUpAfter = Infinity } = this.#simulation;
    return stubborn?.has(id) !== true && (this.cards.get(id)?.lapses ?? 0) >= lookedUpAfter;
  }

  #daysSince = ({ lastReviewAt }: TrueMemory, at: Date): number =>
    Math.max(
      0,
      dayNumber(at, this.#simulation.settings) - dayNumber(lastReviewAt, this.#simulation.settings),
    );

  #chance = (): number => this.#random.below(RESOLUTION) / RESOLUTION;
}

/**
 * What a learner truly remembered at a moment of the past, by id of each question seen until
 * then. `trueWeights` are the learner's own.
 */
export function trueRecallThen(
  reviews: readonly SimulatedReview[],
  { settings, trueWeights }: { settings: SchedulingSettings; trueWeights: readonly number[] },
  at: Date,
): Map<string, number> {
  const truth = memoryMath({ ...settings, weights: trueWeights });
  const daysUntil = (from: Date, to: Date) =>
    Math.max(0, dayNumber(to, settings) - dayNumber(from, settings));
  const memories = new Map<string, TrueMemory>();
  for (const { questionId, reviewedAt, rating } of reviews) {
    if (reviewedAt >= at) break;
    const memory = memories.get(questionId) ?? null;
    const elapsedDays = memory ? daysUntil(memory.lastReviewAt, reviewedAt) : 0;
    const next = truth.next(memory, elapsedDays, rating);
    memories.set(questionId, { ...next, lastReviewAt: reviewedAt });
  }
  return new Map(
    [...memories].map(([id, memory]) => [
      id,
      truth.recall(daysUntil(memory.lastReviewAt, at), memory.stability),
    ]),
  );
}

/** Weights near the given ones, as learners differ: each moved by a factor around 1. */
export function personalWeights(weights: readonly number[], seed: string): number[] {
  const random = seededRandom(seed, "weights");
  return weights.map((weight, index) => {
    // Stabilities after the first answer differ most; the shape of forgetting hardly at all.
    const most = index < 4 ? 0.6 : index < 17 ? 0.12 : 0;
    return weight * Math.exp(most * ((random.below(RESOLUTION) / RESOLUTION) * 2 - 1));
  });
}
