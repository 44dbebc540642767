/** FSRS's memory alone, without cards and dates: what plans and checks of weights count with. */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { memoryModel } from "@/lib/domain/scheduling/memory-model";
import type { Rating } from "@/lib/domain/study/rating";

export type Memory = { stability: number; difficulty: number };

type ModelSettings = Parameters<typeof memoryModel>[0];

/** The model of one learner's settings, looked up once for many steps. */
export type MemoryMath = {
  /** The memory after an answer, so many days of the learner after the last one; null is a new question. */
  next: (memory: Memory | null, elapsedDays: number, rating: Rating) => Memory;
  /** Probability of recall, so many days after the last answer. */
  recall: (elapsedDays: number, stability: number) => number;
  /** Days until recall falls to what the learner wants, before anything moves them; at least 1. */
  intervalDays: (stability: number) => number;
};

export function memoryMath(settings: ModelSettings): MemoryMath {
  const model = memoryModel(settings);
  const { interval_modifier: modifier } = model;
  return {
    next: (memory, elapsedDays, rating) => model.next_state(memory, elapsedDays, rating),
    recall: (elapsedDays, stability) => model.forgetting_curve(elapsedDays, stability),
    intervalDays: (stability) =>
      Math.min(Math.max(1, Math.round(stability * modifier)), settings.maximumIntervalDays),
  };
}

/** Expected recall on a later day if a card is reviewed on `day` before, and recalled then. */
export function recallIfReviewedOn(
  card: Memory & { lastReviewDay: number },
  day: number,
  examDay: number,
  settings: SchedulingSettings,
): number {
  const { next, recall } = memoryMath(settings);
  const after = next(card, Math.max(0, day - card.lastReviewDay), 3);
  return recall(Math.max(0, examDay - day), after.stability);
}
