/** FSRS's memory alone, without cards and dates: what plans and checks of weights count with. */
import { memoryModel, recallAfter } from "@/lib/domain/scheduling/memory-model";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import type { Rating } from "@/lib/domain/study/rating";

export type Memory = { stability: number; difficulty: number };

type ModelSettings = Parameters<typeof memoryModel>[0];

/** The memory after an answer, `elapsedDays` days of the learner after the last; `memory` is null for a new question. */
export const nextMemory = (
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  settings: ModelSettings,
): Memory => memoryModel(settings).next_state(memory, elapsedDays, rating);

/** Days until recall falls to what the learner wants, before anything moves them; at least 1. */
export function wantedIntervalDays(stability: number, settings: ModelSettings): number {
  const days = Math.round(stability * memoryModel(settings).interval_modifier);
  return Math.min(Math.max(1, days), settings.maximumIntervalDays);
}

/** Expected recall on a later day if a card is reviewed on `day` before, and recalled then. */
export function recallIfReviewedOn(
  card: Memory & { lastReviewDay: number },
  day: number,
  examDay: number,
  settings: SchedulingSettings,
): number {
  const after = nextMemory(card, Math.max(0, day - card.lastReviewDay), 3, settings);
  return recallAfter(Math.max(0, examDay - day), after.stability, settings.weights);
}
