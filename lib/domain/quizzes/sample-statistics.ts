/** Sums, means and moments of samples; `divisor` n − 1 throughout, unless a name says "population". */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of the products of deviations; 0 for empty samples. Both samples have the same length. */
function codeviation(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let sum = 0;
  // Counted, not iterated: there may be ten thousand values for each of forty questions.
  for (let index = 0; index < xs.length; index++) {
    sum += ((xs[index] ?? 0) - meanX) * ((ys[index] ?? 0) - meanY);
  }
  return sum;
}

/** Needs at least two values. */
export const covariance = (xs: readonly number[], ys: readonly number[]): number =>
  codeviation(xs, ys) / (xs.length - 1);

/** Needs at least two values. */
export const variance = (values: readonly number[]): number => covariance(values, values);

/** Needs at least one value. */
export const populationDeviation = (values: readonly number[]): number =>
  Math.sqrt(codeviation(values, values) / values.length);
