/**
 * FSRS-6 by ts-fsrs, set up for one learner. https://github.com/open-spaced-repetition/ts-fsrs
 *
 * Fuzz is seeded by the card and its number of reviews, not by the clock (the
 * library's default): what was previewed is what is saved, and a replay gives it again.
 */
import {
  checkParameters,
  default_w,
  forgetting_curve,
  fsrs,
  GenSeedStrategyWithCardId,
  get_fuzz_range,
  migrateParameters,
  StrategyMode,
  type Card as FsrsCard,
  type FSRS,
} from "ts-fsrs";

import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";

/** What the seed is read from: the library appends the number of reviews to it. */
export type SeededCard = FsrsCard & { fuzzSeed: string };

type ModelSettings = Pick<
  SchedulingSettings,
  "desiredRetention" | "maximumIntervalDays" | "fuzz" | "learningSteps" | "weights"
>;

/** Learners mostly share settings; those who do share a model. */
const models = new LeastRecentlyUsed<string, FSRS>(500);

/** Throws for weights that are not 17, 19 or 21 finite numbers: the library would take its defaults instead. */
export function memoryModel(settings: ModelSettings): FSRS {
  const { desiredRetention, maximumIntervalDays, fuzz, learningSteps, weights } = settings;
  const key = [desiredRetention, maximumIntervalDays, fuzz, learningSteps, ...weights].join(" ");
  const known = models.get(key);
  if (known) return known;

  const model = fsrs({
    w: weightsInForce(weights),
    request_retention: desiredRetention,
    maximum_interval: maximumIntervalDays,
    enable_fuzz: fuzz,
    enable_short_term: learningSteps,
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("fuzzSeed"));
  models.set(key, model);
  return model;
}

/** Probability of recall, `elapsedDays` days of the learner after the last review. */
export const recallAfter = (
  elapsedDays: number,
  stability: number,
  weights: readonly number[],
): number => forgetting_curve(weightsInForce(weights), elapsedDays, stability);

/** Shorter intervals are not fuzzed. */
const SHORTEST_FUZZED_DAYS = 2.5;

/** The days, both included, that FSRS fuzzes the interval of a card of that stability over. */
export function fuzzRange(
  stability: number,
  elapsedDays: number,
  settings: ModelSettings,
): { least: number; most: number } {
  const { interval_modifier } = memoryModel(settings);
  const days = Math.min(
    Math.max(1, Math.round(stability * interval_modifier)),
    settings.maximumIntervalDays,
  );
  if (days < SHORTEST_FUZZED_DAYS) return { least: days, most: days };
  const range = get_fuzz_range(days, elapsedDays, settings.maximumIntervalDays);
  return { least: range.min_ivl, most: range.max_ivl };
}

/** The 21 weights that settings stand for. */
export const weightsInForce = (weights: readonly number[]): readonly number[] => {
  if (weights.length === 0) return default_w;
  return weights.length === 21
    ? checkParameters(weights)
    : migrateParameters(checkParameters(weights));
};
