import fc from "fast-check";
import { expect, test } from "vitest";

import { seededRandom } from "@/lib/domain/questions/seeded-random";

const stream = (seed: string, label: string): number[] => {
  const random = seededRandom(seed, label);
  return Array.from({ length: 20 }, () => random.below(1_000_000));
};

test("the same seed and label give the same numbers", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, label) => {
      expect(stream(seed, label)).toEqual(stream(seed, label));
    }),
  );
});

test.each([
  ["another seed", stream("2", "shuffle")],
  ["another label", stream("1", "parameter:name")],
  ["a character moved from seed to label", stream("", "shuffle1")],
])("%s gives other numbers", (_, other) => {
  expect(other).not.toEqual(stream("1", "shuffle"));
});

test("a shuffle loses and adds nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
      const shuffled = seededRandom(seed, "s").shuffled(values);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(values.toSorted((a, b) => a - b));
    }),
  );
});

test("over many seeds each of four options comes first about equally often", () => {
  const firsts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4_000; seed++) {
    const first = seededRandom(`question/${seed}`, "shuffle").shuffled([0, 1, 2, 3])[0] ?? 0;
    firsts[first] = (firsts[first] ?? 0) + 1;
  }
  // Four standard deviations of a binomial with p = 1/4 and n = 4000 are 110.
  for (const count of firsts) expect(Math.abs(count - 1_000)).toBeLessThan(110);
});

test("the stream of a seed never changes, or learners would be graded on another variant", () => {
  expect(stream("pinned", "shuffle").slice(0, 3)).toEqual([961208, 372457, 435770]);
});
