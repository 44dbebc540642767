/** How first answers usually go, as the weight of so many answers: few answers of a learner say little. */
const USUAL = [7, 2, 10, 1] as const;

type Four = readonly [number, number, number, number];

/** The probabilities of Again, Hard, Good and Easy for a first answer, from how often each was given. */
export function likelyFirstRatings(counts: Four): Four {
  const total = [...counts, ...USUAL].reduce((sum, count) => sum + count, 0);
  const [again, hard, good, easy] = counts;
  return [
    (again + USUAL[0]) / total,
    (hard + USUAL[1]) / total,
    (good + USUAL[2]) / total,
    (easy + USUAL[3]) / total,
  ];
}
