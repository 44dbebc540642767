import { describe, expect, test } from "vitest";

import { finalGrade, type GradedAssignment } from "@/lib/domain/quizzes/final-grade";

const graded = (
  id: string,
  categoryId: string | null,
  points: number | null,
  rest: Partial<GradedAssignment> = {},
): GradedAssignment => ({
  id,
  categoryId,
  points,
  maxPoints: 10,
  isExcused: false,
  isOver: true,
  ...rest,
});

const QUIZZES = { id: "quizzes", weight: 40, dropLowest: 0 };
const EXAM = { id: "exam", weight: 60, dropLowest: 0 };

describe("a final grade", () => {
  test("weighs its categories", () => {
    const grade = finalGrade([QUIZZES, EXAM], [graded("a", "quizzes", 5), graded("b", "exam", 10)]);
    expect(grade.percent).toBe(80);
  });

  test("counts what was not handed in as nothing once it is over", () => {
    expect(
      finalGrade([QUIZZES], [graded("a", "quizzes", 10), graded("b", "quizzes", null)]).percent,
    ).toBe(50);
  });

  test("leaves out what is not over and not handed in", () => {
    const open = graded("b", "quizzes", null, { isOver: false });
    expect(finalGrade([QUIZZES], [graded("a", "quizzes", 10), open]).percent).toBe(100);
  });

  test("leaves out what is excused", () => {
    const excused = graded("b", "quizzes", 0, { isExcused: true });
    expect(finalGrade([QUIZZES], [graded("a", "quizzes", 10), excused]).percent).toBe(100);
  });

  test("gives categories without anything yet no weight", () => {
    expect(finalGrade([QUIZZES, EXAM], [graded("a", "quizzes", 7)]).percent).toBe(70);
  });

  test("does not count what is in no category", () => {
    expect(finalGrade([QUIZZES], [graded("a", null, 10)]).percent).toBeNull();
  });

  test("weighs assignments of a category by their points", () => {
    const long = graded("b", "quizzes", 0, { maxPoints: 30 });
    expect(finalGrade([QUIZZES], [graded("a", "quizzes", 10), long]).percent).toBe(25);
  });
});

describe("the lowest", () => {
  const assignments = [
    graded("a", "quizzes", 4),
    graded("b", "quizzes", 30, { maxPoints: 100 }),
    graded("c", "quizzes", 9),
  ];

  test("by share, not by points, is left out", () => {
    const { categories } = finalGrade([{ ...QUIZZES, dropLowest: 1 }], assignments);
    expect(categories[0]).toMatchObject({ dropped: ["b"], counted: ["a", "c"], share: 0.65 });
  });

  test("is kept when it is all there is", () => {
    const { categories } = finalGrade([{ ...QUIZZES, dropLowest: 5 }], assignments);
    expect(categories[0]).toMatchObject({ dropped: ["b", "a"], counted: ["c"], share: 0.9 });
  });
});
