import { describe, expect, test } from "vitest";

import { finalGrade, type Category, type GradedAssignment } from "@/lib/domain/quizzes/final-grade";

const graded = (
  id: string,
  categoryId: string | null,
  points: number,
  rest: Partial<GradedAssignment> = {},
): GradedAssignment => ({ id, categoryId, standing: "graded", points, maxPoints: 10, ...rest });

const standing = (id: string, standing: GradedAssignment["standing"]): GradedAssignment =>
  graded(id, "quizzes", 0, { standing, points: null });

const QUIZZES = { id: "quizzes", weight: 40, dropLowest: 0 };
const EXAM = { id: "exam", weight: 60, dropLowest: 0 };

const gradeOf = (categories: readonly Category[], assignments: readonly GradedAssignment[]) =>
  finalGrade(categories, assignments, { missingIsZero: true });

describe("a final grade", () => {
  test("weighs its categories", () => {
    const grade = gradeOf([QUIZZES, EXAM], [graded("a", "quizzes", 5), graded("b", "exam", 10)]);
    expect(grade.percent).toBe(80);
  });

  test.each([
    { weights: [40, 60], percent: 80 },
    { weights: [2, 3], percent: 80 },
    { weights: [1, 1], percent: 75 },
    { weights: [0, 5], percent: 100 },
    { weights: [0, 0], percent: null },
  ])(
    "takes weights $weights by their proportions",
    ({ weights: [first = 0, second = 0], percent }) => {
      const categories = [
        { ...QUIZZES, weight: first },
        { ...EXAM, weight: second },
      ];
      const assignments = [graded("a", "quizzes", 5), graded("b", "exam", 10)];
      expect(gradeOf(categories, assignments).percent).toBe(percent);
    },
  );

  test.each([
    { standing: "missing", percent: 50 },
    { standing: "waiting", percent: 100 },
    { standing: "open", percent: 100 },
    { standing: "overdue", percent: 100 },
    { standing: "excused", percent: 100 },
    { standing: "not-given", percent: 100 },
  ] as const)("with one that is $standing is $percent", ({ standing: one, percent }) => {
    expect(gradeOf([QUIZZES], [graded("a", "quizzes", 10), standing("b", one)]).percent).toBe(
      percent,
    );
  });

  test("leaves out what is missing where the class says so", () => {
    const assignments = [graded("a", "quizzes", 10), standing("b", "missing")];
    expect(finalGrade([QUIZZES], assignments, { missingIsZero: false }).percent).toBe(100);
  });

  test("counts a zero that was marked", () => {
    expect(
      gradeOf([QUIZZES], [graded("a", "quizzes", 10), graded("b", "quizzes", 0)]).percent,
    ).toBe(50);
  });

  test("gives categories without anything yet no weight", () => {
    const { percent, categories } = gradeOf([QUIZZES, EXAM], [graded("a", "quizzes", 7)]);
    expect(percent).toBe(70);
    expect(categories.map(({ weight }) => weight)).toEqual([1, 0]);
  });

  test("does not count what is in no category", () => {
    expect(gradeOf([QUIZZES], [graded("a", null, 10)]).percent).toBeNull();
  });

  test("without categories counts everything by its points", () => {
    const long = graded("b", null, 0, { maxPoints: 30 });
    expect(gradeOf([], [graded("a", null, 10), long]).percent).toBe(25);
  });

  test("weighs assignments of a category by their points", () => {
    const long = graded("b", "quizzes", 0, { maxPoints: 30 });
    expect(gradeOf([QUIZZES], [graded("a", "quizzes", 10), long]).percent).toBe(25);
  });

  test("may be more than everything with points given by hand", () => {
    expect(gradeOf([QUIZZES], [graded("a", "quizzes", 11)]).percent).toBe(110);
  });
});

describe("the lowest", () => {
  const assignments = [
    graded("a", "quizzes", 4),
    graded("b", "quizzes", 30, { maxPoints: 100 }),
    graded("c", "quizzes", 9),
  ];

  test("by share, not by points, is left out", () => {
    const { categories } = gradeOf([{ ...QUIZZES, dropLowest: 1 }], assignments);
    expect(categories[0]).toMatchObject({ dropped: ["b"], counted: ["a", "c"], share: 0.65 });
  });

  test("is kept when it is all there is", () => {
    const { categories } = gradeOf([{ ...QUIZZES, dropLowest: 5 }], assignments);
    expect(categories[0]).toMatchObject({ dropped: ["b", "a"], counted: ["c"], share: 0.9 });
  });

  test("is what is missing, where that counts as nothing", () => {
    const { categories } = gradeOf(
      [{ ...QUIZZES, dropLowest: 1 }],
      [...assignments, standing("d", "missing")],
    );
    expect(categories[0]?.dropped).toEqual(["d"]);
  });
});
