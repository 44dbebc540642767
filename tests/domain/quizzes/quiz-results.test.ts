import { describe, expect, test } from "vitest";

import { addAttempt, emptyMarkTable } from "@/lib/domain/quizzes/mark-table";
import {
  analyseAnswers,
  type AnsweredItem,
  type LineFinding,
} from "@/lib/domain/quizzes/question-results";
import { analyseQuiz } from "@/lib/domain/quizzes/quiz-results";

/** Rows are students, digits their marks of one point each; "-" was not asked. */
function tableOf(rows: readonly string[]) {
  const table = emptyMarkTable();
  for (const row of rows) {
    const asked = Array.from(row).flatMap((mark, index) => (mark === "-" ? [] : [{ mark, index }]));
    addAttempt(table, {
      questionIds: asked.map(({ index }) => `q${index + 1}`),
      points: asked.map(({ mark }) => Number(mark)),
      mosts: asked.map(() => 1),
    });
  }
  return table;
}

const QUESTIONS = ["q1", "q2", "q3", "q4", "q5"];
// The worked example of item analysis.
const EXAMPLE = ["11111", "11110", "11101", "11010", "10100", "11000", "01001", "00000"];

describe("the figures of a quiz", () => {
  test("follow from columns as they do from rows", () => {
    const rows = [...EXAMPLE, ...EXAMPLE];
    const { questions, whole } = analyseQuiz(tableOf(rows), QUESTIONS);
    expect(questions.map(({ figures }) => figures?.facility)).toEqual([
      0.75, 0.75, 0.5, 0.375, 0.375,
    ]);
    // Twice the same students: correlations are those of the worked example.
    expect(questions[0]?.figures?.discriminationIndex).toBeCloseTo(47.1405, 4);
    expect(questions[4]?.figures?.discriminativeEfficiency).toBeCloseTo(22.5806, 4);
    expect(whole?.alpha).toBeCloseTo(0.625, 10);
    expect(whole?.most).toBe(5);
  });

  test("compare a question of a pool with those who had it, and say nothing of the whole", () => {
    const rows = [...EXAMPLE, ...EXAMPLE, "-1111", "-0000"];
    const { questions, whole, isSameForAll } = analyseQuiz(tableOf(rows), QUESTIONS);
    expect([isSameForAll, whole]).toEqual([false, null]);
    expect(questions.map(({ answers }) => answers)).toEqual([16, 18, 18, 18, 18]);
  });

  test("are hidden below ten answers", () => {
    const { questions, whole, bands } = analyseQuiz(tableOf(EXAMPLE), QUESTIONS);
    expect(questions.map(({ figures }) => figures)).toEqual([null, null, null, null, null]);
    expect([whole, bands]).toEqual([null, null]);
  });

  test("put each student into one band and one tenth", () => {
    const rows = [
      "11111",
      "11110",
      "11110",
      "11100",
      "11000",
      "11000",
      "10000",
      "00000",
      "00000",
      "00000",
    ];
    const { bands, distribution } = analyseQuiz(tableOf(rows), QUESTIONS);
    expect(bands?.map(({ name, count }) => `${name} ${count}`)).toEqual([
      "Very good 1",
      "Good 2",
      "Enough 1",
      "Weak 2",
      "Very weak 4",
    ]);
    expect(distribution).toEqual([3, 0, 1, 0, 2, 0, 1, 0, 2, 1]);
  });
});

describe("the answers to a question", () => {
  const answer = (total: number, rest: Partial<AnsweredItem> = {}): AnsweredItem => ({
    total,
    options: [],
    wrongLine: null,
    ...rest,
  });

  const offered = (text: string, { isRight = false, isPicked = false } = {}) => ({
    text,
    isRight,
    isPicked,
  });

  test("say who chose what, which was right, and how well they did", () => {
    const answers = [5, 4, 4, 3, 2, 2, 2, 0, 1, 3].map((total) =>
      answer(total, {
        options: [
          offered("Failed"),
          offered("Pending", { isRight: true, isPicked: total >= 3 }),
          offered("Running", { isPicked: total < 3 }),
        ],
      }),
    );
    const choices = analyseAnswers(answers)?.choices;
    expect(choices?.map(({ text, isRight, count }) => [text, isRight, count])).toEqual([
      ["Pending", true, 5],
      ["Running", false, 5],
      ["Failed", false, 0],
    ]);
    expect(choices?.[0]?.pointBiserial).toBeGreaterThan(0.8);
    expect(choices?.[2]?.pointBiserial).toBeNull();
  });

  test("keep an option that is right in one variant and wrong in another apart", () => {
    const answers = [...Array(10).keys()].map((total) =>
      answer(total, { options: [offered("6443", { isRight: total < 4, isPicked: true })] }),
    );
    expect(analyseAnswers(answers)?.choices).toMatchObject([
      { text: "6443", isRight: false, count: 6 },
      { text: "6443", isRight: true, count: 4 },
    ]);
  });

  test("put lines together by what they got wrong, in whatever order it was found", () => {
    const [image, name] = [
      { code: "wrong-value", field: "image" },
      { code: "missing", field: "name" },
    ];
    const line = (text: string, findings: readonly LineFinding[]) =>
      answer(0, { wrongLine: { text, findings } });
    const answers = [
      line("a", [image, name]),
      line("b", [name, image, name]),
      line("b", [name, image]),
      line("c", [image]),
      ...Array.from({ length: 6 }, () => answer(1)),
    ];
    expect(analyseAnswers(answers)?.clusters).toEqual([
      { findings: [name, image], count: 3, examples: ["b", "a"] },
      { findings: [image], count: 1, examples: ["c"] },
    ]);
  });

  test("are hidden below ten", () => {
    expect(analyseAnswers([answer(1)])).toBeNull();
  });
});
