import { expect, test } from "vitest";

import { parseAnswer } from "@/lib/domain/questions/grade-answer";
import { parseQuestion, parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import { canaryQuestions } from "@/tests/helpers/canary-questions";
import { COMMON_FIELDS } from "@/tests/helpers/questions";

const short = { ...COMMON_FIELDS, kind: "short", accepted: ["etcd"] };

const problemsOf = (data: unknown): object[] => {
  const question = parseQuestion(data, "bank");
  return question.ok ? [] : question.error.map(({ path, message }) => ({ path, message }));
};

test("a question knows its bank and its full id", () => {
  expect(parseQuestion(short, "words")).toMatchObject({
    ok: true,
    value: { id: "words/a-question", bank: "words", kind: "short", accepted: ["etcd"] },
  });
});

test.each([
  ["no map", "text", [], /map of fields/],
  ["no kind", COMMON_FIELDS, ["kind"], /one of single/],
  ["another kind's field", { ...short, options: [] }, ["options"], /Unknown field `options`/],
  ["a misspelt field", { ...short, hints: "x" }, ["hints"], /Unknown field `hints`/],
  ["a missing field", { ...short, accepted: undefined }, ["accepted"], /Missing field `accepted`/],
  ["an empty text", { ...short, prompt: " " }, ["prompt"], /Too small/],
  ["a number as text", { ...short, accepted: [80] }, ["accepted", 0], /expected string/],
  ["an id with capitals", { ...short, id: "A" }, ["id"], /lower-case/],
  [
    "a release as a number",
    { ...short, kubernetes: { since: "v1.3" } },
    ["kubernetes", "since"],
    /release/,
  ],
  [
    "plain http",
    { ...short, sources: { docs: ["http://kubernetes.io"] } },
    ["sources", "docs", 0],
    /URL/,
  ],
])("%s is told with its place", (_, data, path, message) => {
  expect(problemsOf(data)).toEqual([{ path, message: expect.stringMatching(message) as string }]);
});

test("problems of common and of own fields are told together", () => {
  expect(problemsOf({ ...short, difficulty: "x", accepted: [] })).toHaveLength(2);
});

test.each(canaryQuestions().map((content) => ({ kind: content.kind, content })))(
  "a stored $kind question is read back as it was",
  ({ content }) => {
    expect(parseStoredQuestion(JSON.parse(JSON.stringify(content)))).toEqual(content);
  },
);

test.each([
  ["an answer to another kind", { kind: "open", text: "x" }],
  ["a missing field", { kind: "short" }],
  ["a field too many", { kind: "short", text: "x", correct: true }],
  ["an endless text", { kind: "short", text: "x".repeat(10_001) }],
  ["giving up another kind", { kind: "open", gaveUp: true }],
  ["no object", null],
])("%s is no answer", (_, data) => {
  expect(parseAnswer("short", data)).toBeNull();
});

test.each(KIND_NAMES)("giving up is an answer to %s", (kind) => {
  expect(parseAnswer(kind, { kind, gaveUp: true })).toEqual({ kind, gaveUp: true });
});
