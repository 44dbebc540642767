export type AnswerTime = {
  kind: string;
  answers: number;
  medianSeconds: number;
  p90Seconds: number;
};

/** How long answers took by kind of question, the slowest kind first. */
export const answerTimes = (secondsByKind: ReadonlyMap<string, readonly number[]>): AnswerTime[] =>
  [...secondsByKind]
    .filter(([, seconds]) => seconds.length > 0)
    .map(([kind, seconds]) => {
      const sorted = Float64Array.from(seconds).sort();
      return {
        kind,
        answers: sorted.length,
        medianSeconds: quantile(sorted, 0.5),
        p90Seconds: quantile(sorted, 0.9),
      };
    })
    .sort((a, b) => b.medianSeconds - a.medianSeconds);

/** The value that this share of the others does not exceed. */
const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
