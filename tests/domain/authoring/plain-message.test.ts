import { expect, test } from "vitest";

import { plainMessage } from "@/lib/domain/authoring/plain-message";
import { parseQuestion } from "@/lib/domain/questions/parse-question";

const messagesOf = (fields: object): string[] => {
  const parsed = parseQuestion({ id: "a", kind: "single", ...fields }, "bank");
  return parsed.ok ? [] : parsed.error.map(({ message }) => plainMessage(message));
};

const SOUND = {
  concept: "a",
  prompt: "?",
  options: [
    { text: "a", correct: true, why: "a" },
    { text: "b", why: "b" },
  ],
  explanation: "a",
  sources: { docs: ["https://kubernetes.io/"] },
  competencies: ["cka/a/b"],
  difficulty: "easy",
};

test.each([
  ["an empty text", { prompt: "" }, "Fill this in."],
  ["a missing field", { explanation: undefined }, "Fill this in."],
  ["an empty list", { competencies: [] }, "Give at least one."],
  ["too short a list", { options: SOUND.options.slice(0, 1) }, "Give at least 2."],
  ["too long a list", { options: Array(9).fill(SOUND.options[1]) }, "Give at most 8."],
  [
    "what is no address",
    { sources: { docs: ["kubernetes.io"] } },
    "Give an address that starts with https://",
  ],
])("%s is told in plain words", (_, fields, message) => {
  expect(messagesOf({ ...SOUND, ...fields })).toEqual([message]);
});

test("what an author can read stays as it is", () => {
  expect(plainMessage("The items are twins")).toBe("The items are twins");
});
