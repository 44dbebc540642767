import { expect, test } from "vitest";

import { changedFields } from "@/lib/domain/authoring/changed-fields";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { aPrivateQuestion } from "@/tests/helpers/private-banks";

const question = (rest: object = {}): QuestionContent => aPrivateQuestion("bank", "one", rest);
const fieldsOf = (before: QuestionContent, after: QuestionContent) =>
  changedFields(before, after).map(({ field }) => field);

test.each([
  ["nothing", {}, []],
  ["a text", { prompt: "Other?" }, ["prompt"]],
  ["an entry of a list", { accepted: ["Waiting"] }, ["accepted"]],
  ["a field that comes", { tags: ["new"] }, ["tags"]],
  ["the order within a record", { sources: { docs: question().sources.docs } }, []],
])("%s changed", (_, rest, fields) => {
  expect(fieldsOf(question(), question(rest))).toEqual(fields);
});

test("a field that is left out is undefined afterwards", () => {
  const [change] = changedFields(question({ tags: ["old"] }), question());
  expect(change).toEqual({ field: "tags", before: ["old"], after: undefined });
});

test("what appeals added is no change of the author's", () => {
  const also = [{ values: null, answer: { text: "waiting" } }];
  expect(fieldsOf(question(), { ...question(), also })).toEqual([]);
});
