import { expect, test } from "vitest";

import { bankProblems } from "@/lib/domain/questions/check-bank";
import { checkQuestion, drawsToCheck } from "@/lib/domain/questions/check-question";
import { checkReferences } from "@/lib/domain/questions/check-references";
import { nearDuplicates } from "@/lib/domain/questions/near-duplicates";
import type { Problem } from "@/lib/domain/questions/question-kind";
import { aQuestion } from "@/tests/helpers/questions";

const option = (text: string, correct = false): object => ({ text, correct, why: "Because." });
const three = [option("a", true), option("b", false), option("c", false)];

/** `severity path: message`, as the tables below are read. */
const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`);

test.each([
  ["single", { options: three }],
  ["multiple", { options: three }],
  ["short", { accepted: ["etcd"] }],
  ["number", { answer: { value: 3 } }],
] as const)("a sound %s question has no problems", (kind, fields) => {
  expect(lines(checkQuestion(aQuestion(kind, fields)))).toEqual([]);
});

const near = [{ text: "Etcd", why: "No." }];
const pair = (left: string, right: string): object => ({ left, right, why: "Because." });

test.each([
  [
    "single",
    { options: [option("a", true), option("b", true), option("c")] },
    /options: Exactly one/,
  ],
  ["single", { options: [option("a"), option("b"), option("c")] }, /options: Exactly one/],
  ["single", { options: [option("a", true), option("b")] }, /^flaw options: Give at least 3/],
  ["single", { options: [...three, option("b")] }, /options.3.text: The same text as number 2/],
  ["multiple", { options: [option("a"), option("b"), option("c")] }, /At least one.*correct/],
  [
    "multiple",
    { options: ["a", "b", "c"].map((text) => option(text, true)) },
    /At least one.*wrong/,
  ],
  [
    "true-false",
    { answer: true, reasons: [option("a"), option("b"), option("c")] },
    /reasons: Exactly/,
  ],
  ["match", { pairs: [pair("a", "x"), pair("a", "y")] }, /pairs.1.left: The same text/],
  ["match", { pairs: [pair("a", "x"), pair("b", "x")] }, /nothing to choose/],
  ["order", { items: [{ text: "a", rank: 1 }, { text: "b" }] }, /every item a rank/],
  [
    "order",
    {
      items: [
        { text: "a", rank: 2 },
        { text: "b", rank: 1 },
      ],
    },
    /ranks may not fall/,
  ],
  [
    "order",
    {
      items: [
        { text: "a", rank: 1 },
        { text: "b", rank: 1 },
      ],
    },
    /nothing to order/,
  ],
  ["short", { accepted: ["etcd"], near }, /near.0.text: This wrong answer is also accepted/],
  ["short", { accepted: ["etcd", "ETCD"] }, /accepted.1: The same text/],
  ["number", { answer: { from: 5, to: 1 } }, /`from` is greater/],
  ["number", { answer: { value: 1 }, near: [{ value: 1, why: "No." }] }, /also accepted/],
  [
    "number",
    { answer: { value: 1 }, near: [{ from: 1, to: 2, why: "No." }] },
    /form of the answer/,
  ],
  ["blanks", { language: "yaml", text: "[[a]]", blanks: {} }, /text: Blank \[\[a\]\] has no entry/],
  [
    "blanks",
    { language: "yaml", text: "none", blanks: { a: { accepted: ["x"], why: "Because." } } },
    /blanks.a: The text has no blank/,
  ],
  [
    "blanks",
    { language: "yaml", text: "[[a]] [[a]]", blanks: { a: { accepted: ["x"], why: "Because." } } },
    /stands in the text twice/,
  ],
  [
    "blanks",
    {
      language: "yaml",
      text: "[[kind]]",
      blanks: { kind: { accepted: ["kind"], why: "Because." } },
    },
    /name of a blank is public/,
  ],
] as const)("%s %j", (kind, fields, message) => {
  expect(lines(checkQuestion(aQuestion(kind, fields))).join("\n")).toMatch(message);
});

test.each([
  [{ accepted: ["{{word}}"] }, /error accepted.0: No parameter gives \{\{word\}\} a value/],
  [
    { accepted: ["x"], parameters: { a: ["1", "2"] } },
    /error parameters.a: Parameter a is not used/,
  ],
  [{ accepted: ["{{a}}"], parameters: { a: ["1", "1"] } }, /has the same value twice/],
  [{ accepted: ["{{a.x}}"], parameters: { a: [{ x: "1" }, { y: "2" }] } }, /No parameter gives/],
  [
    {
      accepted: ["{{a.x}}"],
      parameters: {
        a: [
          { x: "1", y: "1" },
          { x: "2", y: "2" },
        ],
      },
    },
    /warning parameters.a: Field a.y is not used/,
  ],
  [{ accepted: ["x"], kubernetes: { since: "1.35", until: "1.30" } }, /`since` is later/],
])("of %j something is said", (fields, message) => {
  expect(lines(checkQuestion(aQuestion("short", fields))).join("\n")).toMatch(message);
});

test("a fault of one variant is told with the values that show it, once", () => {
  const question = aQuestion("single", {
    options: [option("{{a}}", true), option("b"), option("c")],
    parameters: { a: ["x", "b"], unused: ["1", "2"] },
    prompt: "What of {{unused}}?",
  });
  expect(lines(checkQuestion(question))).toEqual([
    expect.stringMatching(
      /^error options.1.text: The same text .* \(with \{"a":"b","unused":"1"\}\)$/,
    ),
  ]);
});

test.each([
  [[2, 3], 6],
  [[8, 8], 64],
  [[9, 9], 64],
])("of %j values per parameter %d variants are looked at", (sizes, count) => {
  const parameters = Object.fromEntries(
    sizes.map((size, index) => [`p${index}`, Array.from({ length: size }, (_, value) => value)]),
  );
  expect(drawsToCheck(aQuestion("short", { accepted: ["x"], parameters }))).toHaveLength(count);
});

const references = {
  competencies: new Set(["cka/storage/volume-types"]),
  sections: new Map([["note-1", new Set(["2. etcd"])]]),
  errata: new Map([
    ["E1-01", { stance: "taught" as const }],
    ["E1-02", { stance: "version-bound" as const }],
  ]),
};
const docs = ["https://kubernetes.io/docs/"];

test.each([
  [
    { competencies: ["cka/storage/none"] },
    ["error competencies.0: curriculum.yaml has no competency cka/storage/none"],
  ],
  [
    { sources: { docs, notes: [{ note: "note-9", section: "x" }] } },
    ["error sources.notes.0.note: notes.yaml has no note-9"],
  ],
  [
    { sources: { docs, notes: [{ note: "note-1", section: "x" }] } },
    ['error sources.notes.0.section: note-1 has no section "x"'],
  ],
  [
    { sources: { docs: ["https://example.org/"] } },
    ["warning sources.docs.0: example.org is not a documentation site we cite"],
  ],
  [
    { sources: { docs: ["https://notkubernetes.io/"] } },
    ["warning sources.docs.0: notkubernetes.io is not a documentation site we cite"],
  ],
  [{ errata: ["E9-99"] }, ["error errata.0: errata.yaml has no E9-99"]],
  [{ errata: ["E1-01", "E1-01"] }, ["error errata.1: E1-01 is named twice"]],
  [
    { errata: ["E1-02"] },
    ["warning errata.0: E1-02 depends on the release: name it, or give `kubernetes`"],
  ],
  [{ errata: ["E1-02"], prompt: "In 1.35, what?" }, []],
  [{ errata: ["E1-02"], kubernetes: { since: "1.29" } }, []],
])("of the references %j", (fields, expected) => {
  const question = aQuestion("short", { accepted: ["x"], ...fields });
  expect(lines(checkReferences(question, references))).toEqual(expected);
});

const asked = (id: string, prompt: string, accepted: string, concept = id) =>
  aQuestion("short", { id, concept, prompt, accepted: [accepted] });
const LONG = "Which component of the control plane watches for Pods without a node and picks one?";

test.each([
  [
    "the same question",
    [asked("a", LONG, "x"), asked("b", LONG, "x")],
    ["error : The same question as bank/a"],
  ],
  [
    "one word changed",
    [asked("a", LONG, "x"), asked("b", LONG.replace("picks", "finds"), "x")],
    ["warning : Nearly the same question as bank/a"],
  ],
  [
    "another question",
    [asked("a", LONG, "x"), asked("b", "Which port does etcd listen on?", "y")],
    [],
  ],
])("of near-duplicates: %s", (_, questions, expected) => {
  expect(lines(nearDuplicates(questions).map(({ problem }) => problem))).toEqual(expected);
});

const bankOf = (count: number, fields: (index: number) => object) =>
  Array.from({ length: count }, (_, index) =>
    aQuestion("single", { id: `q${index}`, ...fields(index) }),
  );
const shuffledOptions = (index: number, right: string): object => {
  const options = [option("wrong one"), option("wrong two"), option("wrong six")];
  options.splice(index % 4, 0, option(right, true));
  return { options };
};

test.each([
  [
    "right options of the same length, in all places",
    bankOf(8, (i) => shuffledOptions(i, "right one")),
    [],
  ],
  [
    "right options that are the longest",
    bankOf(8, (i) => shuffledOptions(i, "right, and longer")),
    ["warning : Bank bank: the right option is the longest in 100 % of questions"],
  ],
  [
    "right options always first",
    bankOf(8, () => shuffledOptions(0, "right one")),
    ["warning : Bank bank: the right option stands in place 1 in 100 % of questions"],
  ],
  ["a bank too small for a habit", bankOf(7, () => shuffledOptions(0, "right, and longer")), []],
  [
    "an option that points at others",
    bankOf(1, () => ({ options: [...three, option("All of the above")] })),
    ["flaw options.3.text: Options are shuffled: say what is meant instead of pointing at others"],
  ],
  [
    "a negative stem",
    bankOf(1, () => ({ prompt: "Which of these is not a phase?", options: three })),
    ["warning prompt: A negative question is easily misread: ask for what is right"],
  ],
])("of a bank with %s", (_, questions, expected) => {
  expect(lines(bankProblems(questions).map(({ problem }) => problem))).toEqual(expected);
});
