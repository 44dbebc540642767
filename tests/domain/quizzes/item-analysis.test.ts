import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { analyseItems, isKeyDoubtful, pointBiserial } from "@/lib/domain/quizzes/item-analysis";

/** Eight students, five questions of one point. */
const MARKS = ["11111", "11110", "11101", "11010", "10100", "11000", "01001", "00000"].map((row) =>
  Array.from(row, Number),
);
const ONE_POINT_EACH = [1, 1, 1, 1, 1];
const TOTALS = [5, 4, 4, 3, 2, 2, 2, 0];

const WORKED = [
  { facility: 0.75, index: 47.1405, efficiency: 66.6667, biserial: 0.68313 },
  { facility: 0.75, index: 47.1405, efficiency: 66.6667, biserial: 0.68313 },
  { facility: 0.5, index: 41.7029, efficiency: 50, biserial: 0.676123 },
  { facility: 0.375, index: 39.736, efficiency: 48.3871, biserial: 0.654654 },
  { facility: 0.375, index: 17.155, efficiency: 22.5806, biserial: 0.480079 },
];

const worked = analyseItems(MARKS, ONE_POINT_EACH);

describe("the worked example", () => {
  test.each(WORKED.map((expected, item) => ({ item, ...expected })))(
    "question $item",
    ({ item, facility, index, efficiency, biserial }) => {
      const statistics = worked?.items[item];
      expect(statistics?.facility).toBeCloseTo(facility, 4);
      expect(statistics?.discriminationIndex).toBeCloseTo(index, 4);
      expect(statistics?.discriminativeEfficiency).toBeCloseTo(efficiency, 4);
      const chosen = MARKS.map((row) => row[item] === 1);
      expect(pointBiserial(chosen, TOTALS)).toBeCloseTo(biserial, 4);
    },
  );

  test("as a whole", () => {
    expect(worked?.meanTotal).toBe(2.75);
    expect(worked?.deviationTotal).toBeCloseTo(Math.sqrt(2.5), 10);
    expect(worked?.alpha).toBeCloseTo(0.625, 4);
    expect(worked?.standardError).toBeCloseTo(0.968246, 4);
  });
});

describe("where nothing varies", () => {
  test("a question that everyone gets right discriminates nothing", () => {
    const statistics = analyseItems(
      [
        [1, 0],
        [1, 1],
        [1, 0],
      ],
      [1, 1],
    );
    expect(statistics?.items[0]).toMatchObject({
      facility: 1,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    });
  });

  test("equal totals have no reliability", () => {
    const statistics = analyseItems(
      [
        [1, 0],
        [0, 1],
      ],
      [1, 1],
    );
    expect(statistics).toMatchObject({ alpha: null, standardError: null });
  });

  test("one question has no reliability", () => {
    expect(analyseItems([[1], [0]], [1])?.alpha).toBeNull();
  });

  test("one student is not a class", () => {
    expect(analyseItems([[1, 0]], [1, 1])).toBeNull();
  });

  test("an option that nobody chose has no correlation", () => {
    expect(pointBiserial([false, false], [1, 2])).toBeNull();
  });
});

test("a blank counts as 0 in the question as in the total", () => {
  const blank = analyseItems([[1, 1], [1], [0, 0]], [1, 1]);
  expect(blank).toEqual(
    analyseItems(
      [
        [1, 1],
        [1, 0],
        [0, 0],
      ],
      [1, 1],
    ),
  );
});

test("figures do not depend on how many points a question gives", () => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (marks) => {
      const once = analyseItems(marks, [4, 4, 4]);
      const tenfold = analyseItems(
        marks.map((each) => each.map((mark) => mark * 10)),
        [40, 40, 40],
      );
      for (const [item, one] of (once?.items ?? []).entries()) {
        const ten = tenfold?.items[item];
        expect(ten?.facility).toBeCloseTo(one.facility, 9);
        if (one.discriminationIndex === null) expect(ten?.discriminationIndex).toBeNull();
        else expect(ten?.discriminationIndex).toBeCloseTo(one.discriminationIndex, 6);
      }
    }),
  );
});

test.each([
  [null, 30, false],
  [0, 30, false],
  [-11, 30, false],
  [-25, 30, true],
  [-11, 100, true],
  [-25, 10, false],
])("a discrimination of %s among %i students calls the key in question: %s", (index, of, is) => {
  expect(isKeyDoubtful(index, of)).toBe(is);
});
