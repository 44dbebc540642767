import { expect, test } from "vitest";
import { parse } from "yaml";

import {
  appendAt,
  listAt,
  moveAt,
  readText,
  removeAt,
  setAt,
  textAt,
  valueAt,
} from "@/components/author/editor/source-text";

const SOURCE = `# drill of week 3
id: phase
prompt: Which phase?
options:
  - text: Pending # the phase
    correct: true
  - text: Running
  - text: Failed
`;

test("a field that is set leaves the rest of the text as it is", () => {
  expect(setAt(SOURCE, ["prompt"], "Why?")).toBe(SOURCE.replace("Which phase?", "Why?"));
});

test.each([
  "plain",
  "",
  " with spaces ",
  "two\nlines\n",
  "a: colon, # hash and 'quotes' \"both\"",
  "- dash",
  "{{name}}",
  "  indented\n\n\nand empty lines\n",
  "yes",
  "1.35",
  "ünï — “code” 🧭",
  "a very long line ".repeat(30),
])("the text %o comes out of the YAML as it went in", (text) => {
  const source = setAt(setAt(SOURCE, ["prompt"], text), ["options", 1, "text"], text);
  const { fields } = readText(source);
  expect(textAt(fields, ["prompt"])).toBe(text);
  expect(textAt(fields, ["options", 1, "text"])).toBe(text);
});

test("a number stays a number", () => {
  expect(valueAt(readText(setAt(SOURCE, ["answer", "value"], 6443)).fields, ["answer"])).toEqual({
    value: 6443,
  });
});

test("an entry is appended, moved and removed, with its comment", () => {
  const moved = moveAt(SOURCE, ["options"], 0, 2);
  expect(listAt(parse(moved), ["options"])).toEqual([
    { text: "Running" },
    { text: "Failed" },
    { text: "Pending", correct: true },
  ]);
  expect(moved).toContain("# the phase");
  const removed = removeAt(SOURCE, ["options", 1]);
  expect(listAt(parse(removed), ["options"])).toHaveLength(2);
  const appended = appendAt(SOURCE, ["options"], { text: "Unknown" });
  expect(listAt(parse(appended), ["options"]).at(-1)).toEqual({ text: "Unknown" });
});

test("a list that is not there is begun by its first entry", () => {
  expect(listAt(parse(appendAt(SOURCE, ["tags"], "week-3")), ["tags"])).toEqual(["week-3"]);
});

test("moving beyond an end changes nothing", () => {
  expect(moveAt(SOURCE, ["options"], 0, -1)).toBe(SOURCE);
  expect(moveAt(SOURCE, ["options"], 2, 3)).toBe(SOURCE);
});

test("a text that cannot be read is left alone and says where", () => {
  const broken = "id: phase\nprompt: [unclosed\n";
  const read = readText(broken);
  expect(read.fields).toBeNull();
  expect(read.error?.line).toBeGreaterThan(1);
  expect(setAt(broken, ["prompt"], "x")).toBe(broken);
});

test.each(["", "just words", "- a\n- list\n"])("%o is no question", (text) => {
  expect(readText(text).fields).toBeNull();
});

test("aliases that would explode are not followed", () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) =>
      `l${level}: &l${level} [${new Array(10).fill(level === 0 ? "x" : `*l${level - 1}`).join()}]`,
  );
  expect(readText(levels.join("\n")).fields).toBeNull();
});
