import { expect, test } from "vitest";

import { SaveAnswerSchema } from "@/lib/domain/quizzes/attempt-contract";

const saved = (answer: object | null) =>
  SaveAnswerSchema.safeParse({ revision: 0, answer, flagged: false });

test.each([
  ["an open answer", { kind: "open", text: "They wait." }],
  ["no answer", null],
])("%s is saved in a quiz", (_, answer) => {
  expect(saved(answer).success).toBe(true);
});

test("nobody gives themselves the points of an open answer in a quiz", () => {
  const result = saved({ kind: "open", text: "They wait.", marks: [true, true, true] });
  expect(result.error?.issues).toMatchObject([
    { path: ["answer"], message: "What an answer is worth is said by whoever marks the quiz." },
  ]);
});
