/**
 * A learner with a known memory, studying as the product would have them study. Pure: the
 * same seed gives the same year. Their memory follows FSRS with weights of their own; the
 * product schedules with the weights of its settings, knowing nothing of theirs.
 */
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { cardKey } from "@/lib/domain/scheduling/card";
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
  /** Share of days without study, 0 to 1. */
  skipped?: number;
};

type TrueMemory = Memory & { lastReviewAt: Date };

/** Minutes after the day's start at which studying begins. */
const START_MINUTES = 14 * 60;
const RESOLUTION = 1_000_000;

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
  #next = 0;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#random = seededRandom(simulation.seed, "learner");
    const { settings, trueWeights } = simulation;
    this.#truth = memoryMath({ ...settings, weights: trueWeights ?? settings.weights });
  }

  live(day: number): void {
    const { settings, newPerDay, reviewsPerDay, skipped = 0, questionIds } = this.#simulation;
    if (this.#chance() < skipped) return;
    const start = dayStart(day, settings).getTime() + START_MINUTES * 60_000;
    let at = start + this.#random.below(60) * 60_000;

    const due = [...this.cards]
      .filter(([, card]) => dayNumber(card.dueAt, settings) <= day)
      .sort(([, a], [, b]) => a.dueAt.getTime() - b.dueAt.getTime())
      .slice(0, reviewsPerDay)
      .map(([id]) => id);
    const fresh = questionIds.slice(this.#next, this.#next + newPerDay);
    this.#next += fresh.length;
    for (const id of [...due, ...fresh]) at = this.#study(id, at);
  }

  trueRecallAt(at: Date): Map<string, number> {
    return new Map(
      [...this.#memories].map(([id, memory]) => [
        id,
        this.#truth.recall(this.#daysSince(memory, at), memory.stability),
      ]),
    );
  }

  /** Answers a question until the product is done with it for the day; returns when. */
  #study(id: string, startMs: number): number {
    let at = startMs;
    for (let tries = 0; tries < 6; tries++) {
      const card = this.#answer(id, new Date(at));
      at += 20_000 + this.#random.below(40_000);
      if (card.state === "review") break;
      at = Math.max(at, card.dueAt.getTime());
    }
    return at;
  }

  #answer(id: string, reviewedAt: Date): Card {
    const { userId, settings } = this.#simulation;
    const memory = this.#memories.get(id) ?? null;
    const elapsedDays = memory ? this.#daysSince(memory, reviewedAt) : 0;
    const rating = this.#rate(memory, elapsedDays);
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
  #rate(memory: TrueMemory | null, elapsedDays: number): Rating {
    const recall = memory ? this.#truth.recall(elapsedDays, memory.stability) : FIRST_SIGHT;
    if (this.#chance() >= recall) return 1;
    const ease = this.#chance();
    if (ease < 0.12) return 2;
    return ease > 0.93 ? 4 : 3;
  }

  #daysSince = ({ lastReviewAt }: TrueMemory, at: Date): number =>
    Math.max(
      0,
      dayNumber(at, this.#simulation.settings) - dayNumber(lastReviewAt, this.#simulation.settings),
    );

  #chance = (): number => this.#random.below(RESOLUTION) / RESOLUTION;
}

const FIRST_SIGHT = 0.45;

/** Weights near the given ones, as learners differ: each moved by a factor around 1. */
export function personalWeights(weights: readonly number[], seed: string): number[] {
  const random = seededRandom(seed, "weights");
  return weights.map((weight, index) => {
    // Stabilities after the first answer differ most; the shape of forgetting hardly at all.
    const most = index < 4 ? 0.6 : index < 17 ? 0.12 : 0;
    return weight * Math.exp(most * ((random.below(RESOLUTION) / RESOLUTION) * 2 - 1));
  });
}
