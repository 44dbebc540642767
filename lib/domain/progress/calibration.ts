/**
 * How well recall was predicted, by the measures of srs-benchmark
 * (https://github.com/open-spaced-repetition/srs-benchmark):
 *
 * - log loss: the mean of −ln(p) of what happened, in nats; 0 is perfect, and saying
 *   50 % every time gives 0.693.
 * - RMSE in bins: attempts are put together by the days since the last one, by the number
 *   of the attempt and by the lapses before it, each on a logarithmic scale with the
 *   benchmark's bases 3.62, 1.89 and 1.73; of each bin the mean prediction is compared
 *   with the share recalled; the differences are squared, averaged with the sizes of the
 *   bins as weights, and the root is taken. 0 is perfect.
 */
import type { RecallAttempt } from "@/lib/domain/progress/recall-attempts";

export type CalibrationBin = { predicted: number; actual: number; count: number };

export type Calibration = {
  attempts: number;
  /** Mean prediction and share recalled, 0 to 1. */
  predicted: number;
  actual: number;
  logLoss: number;
  rmseInBins: number;
  /** From low to high predictions, of similar size. */
  bins: CalibrationBin[];
};

/** Fewer attempts say nothing. */
export const FEWEST_ATTEMPTS = 20;
const MOST_BINS = 10;
/** Below this a dot in the plot would be noise. */
const SMALLEST_BIN = 10;
/** Keeps a prediction of exactly 0 or 1 from costing an infinite loss. */
const CLOSEST_TO_CERTAIN = 1e-6;

type Predicted = Pick<RecallAttempt, "predicted" | "recalled">;

/** Null while there are fewer than `FEWEST_ATTEMPTS`. */
export function calibrate(attempts: readonly RecallAttempt[]): Calibration | null {
  const pieces = calibrating(attempts);
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
  }
}

/** The same piece by piece, so that others may get their turn between the pieces. */
export function* calibrating(
  attempts: readonly RecallAttempt[],
): Generator<undefined, Calibration | null> {
  if (attempts.length < FEWEST_ATTEMPTS) return null;
  const { predicted, actual } = toBin(attempts.reduce<Sums>(add, nothing()));
  yield;
  const loss = logLoss(attempts);
  yield;
  const rmse = rmseInBins(attempts);
  yield;
  const bins = binsByPrediction(attempts);
  return { attempts: attempts.length, predicted, actual, logLoss: loss, rmseInBins: rmse, bins };
}

export function logLoss(attempts: readonly Predicted[]): number {
  const total = attempts.reduce((sum, { predicted, recalled }) => {
    const p = Math.min(1 - CLOSEST_TO_CERTAIN, Math.max(CLOSEST_TO_CERTAIN, predicted));
    return sum - Math.log(recalled ? p : 1 - p);
  }, 0);
  return total / attempts.length;
}

export function rmseInBins(attempts: readonly RecallAttempt[]): number {
  const bins = new Map<number, Sums>();
  for (const attempt of attempts) {
    const key = binOf(attempt);
    const sums = bins.get(key);
    if (sums) add(sums, attempt);
    else bins.set(key, add(undefined, attempt));
  }
  const squares = [...bins.values()].map(
    ({ count, predicted, recalled }) => (predicted - recalled) ** 2 / count,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / attempts.length);
}

/** More than any scale has: the steps of all three make one number. */
const MOST_STEPS = 100;

const binOf = ({ elapsedDays, number, lapses }: RecallAttempt): number =>
  (step(elapsedDays, 3.62) * MOST_STEPS + step(number, 1.89)) * MOST_STEPS + step(lapses, 1.73);

/** The step of a logarithmic scale that a count lies on, from 1; 0 has one of its own. */
const step = (count: number, base: number): number =>
  count === 0 ? 0 : 1 + Math.floor(Math.log(count) / Math.log(base));

type Sums = { count: number; predicted: number; recalled: number };

const nothing = (): Sums => ({ count: 0, predicted: 0, recalled: 0 });

function add(sums: Sums | undefined, { predicted, recalled }: Predicted): Sums {
  const to = sums ?? nothing();
  to.count += 1;
  to.predicted += predicted;
  to.recalled += recalled ? 1 : 0;
  return to;
}

const toBin = ({ count, predicted, recalled }: Sums): CalibrationBin => ({
  predicted: predicted / count,
  actual: recalled / count,
  count,
});

/** Thousandths first, as sorting ten thousands of attempts would take long; a bin is full once it has its part. */
function binsByPrediction(attempts: readonly Predicted[]): CalibrationBin[] {
  const thousandths: (Sums | undefined)[] = Array.from({ length: 1_001 });
  for (const attempt of attempts) {
    const place = Math.round(attempt.predicted * 1_000);
    thousandths[place] = add(thousandths[place], attempt);
  }
  const full = Math.max(SMALLEST_BIN, attempts.length / MOST_BINS);
  const bins: Sums[] = [];
  for (const sums of thousandths) {
    if (!sums) continue;
    const last = bins.at(-1);
    if (last && last.count < full) merge(last, sums);
    else bins.push({ ...sums });
  }
  const [last, before] = [bins.at(-1), bins.at(-2)];
  if (last && before && last.count < SMALLEST_BIN) merge(before, bins.pop() ?? last);
  return bins.map(toBin);
}

function merge(into: Sums, from: Sums): void {
  into.count += from.count;
  into.predicted += from.predicted;
  into.recalled += from.recalled;
}
