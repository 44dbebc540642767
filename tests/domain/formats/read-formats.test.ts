import { expect, test } from "vitest";

import type { ImportFormat } from "@/lib/domain/formats/format-names";
import { detectFormat } from "@/lib/domain/formats/format-names";
import { checked } from "@/tests/helpers/checked-file";

const choices = [
  { text: "a", correct: true, why: "yes" },
  { text: "b", why: "no" },
  { text: "c", why: "no" },
];

type Case = { name: string; format: ImportFormat; file: string; is: object };

const gift = (name: string, file: string, is: object): Case => ({ name, format: "gift", file, is });
const csv = (name: string, file: string, is: object): Case => ({ name, format: "csv", file, is });

const moodle = (name: string, type: string, inner: string, is: object): Case => ({
  name,
  format: "moodle",
  file: `<?xml version="1.0"?><quiz><question type="${type}"><name><text>N 1</text></name>
<questiontext format="html"><text><![CDATA[<p>Which <strong>one</strong> of <code>a b</code>?</p>]]></text></questiontext>
<generalfeedback format="html"><text>So.</text></generalfeedback>${inner}</question></quiz>`,
  is,
});

const xmlAnswer = (fraction: number, text: string, feedback = ""): string =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback><text>${feedback}</text></feedback></answer>`;

const CASES: Case[] = [
  gift("one choice", "::N 1::Which?{=a#yes ~b#no ~c#no####So.}", {
    id: "bank/n-1",
    kind: "single",
    prompt: "Which?",
    options: choices,
    explanation: "So.",
    competencies: ["cka/storage/volume-types"],
    difficulty: "medium",
  }),
  gift("answers without blanks between them", "Which?{=a#yes~b#no~c#no####So.}", {
    id: "bank/which",
    options: choices,
  }),
  gift("several choices", "::N::Which?{~%50%a#yes ~%50%b#yes ~%-100%c#no####So.}", {
    kind: "multiple",
    options: [{ correct: true }, { correct: true }, { text: "c" }],
  }),
  gift("typed answers", "::N::Where?{=%100%kube-system =%0%default#Not there.####So.}", {
    kind: "short",
    accepted: ["kube-system"],
    near: [{ text: "default", why: "Not there." }],
  }),
  gift(
    "escaped signs",
    "::N::How?{=kubectl run web --image\\=nginx\\:1.27 \\{a\\} \\~ \\# \\\\####So.}",
    {
      accepted: ["kubectl run web --image=nginx:1.27 {a} ~ # \\"],
    },
  ),
  gift("a colon that needs no escape", "::N::Which image?{=nginx:1.27####So.}", {
    accepted: ["nginx:1.27"],
  }),
  gift("a number", "::N::How many?{#=%100%5:0.5 =%0%7:0#No.####So.}", {
    kind: "number",
    answer: { value: 5, tolerance: 0.5 },
    near: [{ value: 7, why: "No." }],
  }),
  gift("a number between two ends", "::N::How many?{#1..5####So.}", {
    answer: { value: 3, tolerance: 2 },
  }),
  gift("pairs", "::N::Match{=a -> 1 =b -> 2 = -> 3####So.}", {
    kind: "match",
    pairs: [
      { left: "a", right: "1" },
      { left: "b", right: "2" },
    ],
    distractors: [{ text: "3" }],
  }),
  gift("an essay", "::N::Why?{####First.\\n- one point\\n- another}", {
    kind: "open",
    marks: [{ text: "one point" }, { text: "another" }],
  }),
  gift("a verdict, with feedback on the wrong and the right one", "::N::So?{F#no#yes####So.}", {
    kind: "single",
    options: [
      { text: "True", why: "no" },
      { text: "False", correct: true, why: "yes" },
    ],
  }),
  gift("feedback on a right answer", "::N::Where?{=here#Well seen.####So.}", {
    accepted: ["here"],
    explanation: "So.\n\nWell seen.",
  }),
  gift("an asterisk that is part of the text", "::N::Which verb?{=\\*####So.}", {
    accepted: ["*"],
  }),
  gift("a missing word", "::N::A Pod{=pending#yes ~running#no ~gone#no####So.}waits.", {
    prompt: "A Pod _____ waits.",
  }),
  gift("HTML", "::N::[html]<p>Is <b>x</b> &lt; <code>y</code>?</p>{=a}", {
    prompt: "Is **x** \\< `y`?",
  }),
  gift("marks of Moodle", "// [id:my-id] [tag:difficulty:hard] [tag:Week 3]\n::N::Which?{=a}", {
    id: "bank/my-id",
    difficulty: "hard",
    tags: ["week-3"],
  }),
  moodle(
    "one choice",
    "multichoice",
    `<single>true</single>${xmlAnswer(100, "a", "yes")}${xmlAnswer(0, "b", "no")}${xmlAnswer(0, "c", "no")}`,
    {
      id: "bank/n-1",
      kind: "single",
      prompt: "Which **one** of `a b`?",
      options: choices,
      explanation: "So.",
    },
  ),
  moodle(
    "several choices",
    "multichoice",
    `<single>false</single>${xmlAnswer(50, "a")}${xmlAnswer(50, "b")}${xmlAnswer(-100, "c")}`,
    {
      kind: "multiple",
      options: [{ correct: true }, { correct: true }, { text: "c" }],
    },
  ),
  moodle(
    "typed answers",
    "shortanswer",
    `<usecase>1</usecase>${xmlAnswer(100, "Pending")}${xmlAnswer(0, "*", "No.")}`,
    {
      kind: "short",
      caseSensitive: true,
      accepted: ["Pending"],
    },
  ),
  moodle(
    "a number",
    "numerical",
    `<answer fraction="100"><text>5</text><tolerance>0.1</tolerance></answer>`,
    {
      kind: "number",
      answer: { value: 5, tolerance: 0.1 },
    },
  ),
  moodle(
    "a number with its unit",
    "numerical",
    `<answer fraction="100"><text>5</text></answer><units><unit><multiplier>1</multiplier><unit_name>s</unit_name></unit></units>`,
    { answer: { value: 5 }, unit: "s" },
  ),
  moodle(
    "a verdict",
    "truefalse",
    `${xmlAnswer(100, "true", "yes")}${xmlAnswer(0, "false", "no")}`,
    {
      kind: "single",
      prompt: "Which **one** of `a b`?",
      options: [
        { text: "True", correct: true, why: "yes" },
        { text: "False", why: "no" },
      ],
      explanation: "So.",
    },
  ),
  moodle(
    "pairs",
    "matching",
    `<subquestion format="html"><text>a</text><answer><text>1</text></answer></subquestion><subquestion format="html"><text>b</text><answer><text>2</text></answer></subquestion>`,
    {
      kind: "match",
      pairs: [
        { left: "a", right: "1" },
        { left: "b", right: "2" },
      ],
    },
  ),
  moodle("an order", "ordering", `${xmlAnswer(1, "first")}${xmlAnswer(1, "second")}`, {
    kind: "order",
    items: [{ text: "first" }, { text: "second" }],
  }),
  moodle(
    "an essay",
    "essay",
    `<graderinfo format="html"><text>&lt;ul&gt;&lt;li&gt;one&lt;li&gt;two&lt;/ul&gt;</text></graderinfo>`,
    {
      kind: "open",
      modelAnswer: "- one\n- two",
      marks: [{ text: "one" }, { text: "two" }],
    },
  ),
  csv(
    "one choice, by semicolons",
    "prompt;option 1;why 1;option 2;why 2;option 3;why 3;correct;explanation\nWhich?;a;yes;b;no;c;no;1;So.",
    {
      id: "bank/which",
      kind: "single",
      options: choices,
    },
  ),
  csv(
    "a choice with a blank column between its options",
    "prompt,option 1,why 1,option 2,option 3,why 3,option 4,why 4,correct,explanation\nWhich?,b,no,,a,yes,c,no,3,So.",
    {
      options: [
        { text: "b", why: "no" },
        { text: "a", correct: true, why: "yes" },
        { text: "c", why: "no" },
      ],
    },
  ),
  csv(
    "a cell of several lines",
    'prompt,answer,explanation\n"Where,\nor ""when""?","Pending\nwaiting",So.',
    {
      prompt: 'Where,\nor "when"?',
      accepted: ["Pending", "waiting"],
    },
  ),
  csv("a formula that was made harmless", "prompt,answer,explanation\nHow?,'=1+1,'@x", {
    accepted: ["=1+1"],
    explanation: "@x",
  }),
  csv(
    "further fields as YAML",
    "kind,prompt,answer,explanation,more\nnumber,How long?,5:1,So.,unit: seconds",
    {
      answer: { value: 5, tolerance: 1 },
      unit: "seconds",
    },
  ),
  csv(
    "a release that a spreadsheet leaves alone",
    "prompt,answer,explanation,since\nWhere?,a,So.,v1.30",
    {
      kubernetes: { since: "1.30" },
    },
  ),
];

test.each(CASES)("$format: $name", ({ format, file, is }) => {
  const { questions, problems } = checked(format, file);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(questions[0]?.content).toMatchObject(is);
});

test("a list of YAML needs no field around it", () => {
  const { problems } = checked("yaml", "- id: a\n  kind: short\n");
  expect(problems[0]).toMatchObject({
    line: 1,
    column: 3,
    message: "concept: Missing field `concept`",
  });
});

test.each([
  ["a.YML", "", "yaml"],
  ["a.csv", "", "csv"],
  ["a.gift", "", "gift"],
  ["a.xml", "", "moodle"],
  ["", "# c\nquestions:\n", "yaml"],
  ["", "<?xml version='1.0'?>", "moodle"],
  ["a.txt", "::a::b{}", "gift"],
  ["a.txt", "What? {=a}", "gift"],
  ["", "id,prompt,answer\n", "csv"],
  ["a.doc", "hello", null],
])("the format of %j with %j is %s", (name, text, format) => {
  expect(detectFormat(text, name)).toBe(format);
});
