import { expect, test } from "vitest";

import { checked } from "@/tests/helpers/checked-file";
import { expectTold, type ToldProblem } from "@/tests/helpers/told-problem";

const rest = `    explanation: x
    sources: { docs: ["https://kubernetes.io/docs/"] }
    competencies: [cka/storage/volume-types]
    difficulty: easy
`;
const short = (id: string, more = ""): string =>
  `  - id: ${id}\n    kind: short\n    concept: c\n    prompt: What is ${id}?\n    accepted: [${id}]\n${more}${rest}`;
const yaml = (...questions: string[]): string => `questions:\n${questions.join("")}`;
const essay = (inner: string, type = "essay"): string =>
  `<quiz><question type="${type}"><name><text>a</text></name>\n` +
  `<questiontext format="html"><text>Why?</text></questiontext>\n${inner}` +
  `<generalfeedback><text>Because.</text></generalfeedback></question></quiz>`;
const choice = "=a#w ~b#w ~c#w ####Because.";

const CASES: ToldProblem[] = [
  { code: "empty", format: "gift", file: " \n", at: "1:1", says: /empty/ },
  { code: "control-character", format: "csv", file: "prompt\na\0b", at: "2:2", says: /U\+0000/ },
  {
    code: "control-character",
    format: "yaml",
    file: yaml(short("a", '    hint: "x\\0"\n')),
    at: "2:5",
    says: /cannot be kept/,
  },
  {
    code: "no-questions",
    format: "moodle",
    file: "<html/>",
    at: "1:1",
    says: /starts with <html>/,
  },
  {
    code: "no-questions",
    format: "yaml",
    file: "banks: []",
    at: "1:1",
    says: /one field, `questions`/,
  },
  { code: "no-questions", format: "csv", file: "prompt\n", at: "1:1", says: /No question/ },
  {
    code: "syntax",
    format: "yaml",
    file: "questions:\n  - id: [a\n",
    at: "3:1",
    says: /Not valid YAML/,
  },
  {
    code: "syntax",
    format: "yaml",
    file: "questions:\n  - *none\n",
    at: "2:5",
    says: /Not valid YAML/,
  },
  {
    code: "syntax",
    format: "moodle",
    file: "<quiz>\n<question></quiz>",
    at: "2:11",
    says: /Missing end tag/,
  },
  { code: "syntax", format: "gift", file: "::no end\n {}", at: "1:1", says: /title has no ::/ },
  {
    code: "duplicate-key",
    format: "yaml",
    file: yaml("  - id: a\n    id: b\n"),
    at: "3:5",
    says: /`id` stands twice/,
  },
  {
    code: "unquoted-placeholder",
    format: "yaml",
    file: yaml("  - id: a\n    prompt: {{n}}\n"),
    at: "3:14",
    says: /\{\{ is not a text/,
  },
  {
    code: "too-deep",
    format: "yaml",
    file: `questions: ${"[".repeat(100)}`,
    at: "1:72",
    says: /More than 60 levels/,
  },
  {
    code: "too-deep",
    format: "moodle",
    file: `<quiz>${"<a>".repeat(50_000)}`,
    at: "1:1",
    says: /Too many levels/,
  },
  {
    code: "field",
    format: "yaml",
    file: yaml(short("a", "    colour: red\n")),
    at: "7:5",
    says: /Unknown field `colour`/,
  },
  {
    code: "rule",
    format: "yaml",
    file: yaml(short("a", "    near: [{ text: A, why: x }]\n")),
    at: "7:14",
    says: /also accepted/,
  },
  {
    code: "rule",
    format: "yaml",
    file: yaml(short("a")).replace("cka/storage/volume-types", "cka/none"),
    at: "9:20",
    says: /no competency cka\/none/,
  },
  {
    code: "too-large",
    format: "yaml",
    file: yaml(short("a", `    hint: ${"x".repeat(100_001)}\n`)),
    at: "2:5",
    says: /at most 100000/,
  },
  {
    code: "duplicate-id",
    format: "yaml",
    file: yaml(short("a"), short("a")),
    at: "11:5",
    says: /stands on line 2 already/,
  },
  {
    code: "near-duplicate",
    format: "yaml",
    file: yaml(short("a"), short("a").replace("id: a", "id: b")),
    at: "11:5",
    says: /The same question as bank\/a/,
  },
  {
    code: "unsupported-kind",
    format: "moodle",
    file: essay("", "calculated"),
    at: "1:7",
    says: /“calculated” cannot be read/,
  },
  {
    code: "doctype",
    format: "moodle",
    file: '<?xml version="1.0"?>\n<!DOCTYPE q SYSTEM "x"><quiz/>',
    at: "2:1",
    says: /DOCTYPE/,
  },
  {
    code: "bad-weight",
    format: "moodle",
    file: essay('<answer fraction="x"><text>a</text></answer>\n', "shortanswer"),
    at: "3:1",
    says: /“x” is no share/,
  },
  {
    code: "bad-number",
    format: "moodle",
    file: essay('<answer fraction="100"><text>five</text></answer>\n', "numerical"),
    at: "3:24",
    says: /“five” is no number/,
  },
  {
    code: "dropped-markup",
    format: "moodle",
    file: essay("").replace("Why?", "&lt;img src='x'&gt;&lt;p onclick='x'&gt;Why?"),
    at: "1:7",
    says: /pictures, script in an attribute/,
  },
  {
    code: "no-reasons",
    format: "moodle",
    file: essay('<answer fraction="100"><text>true</text></answer>', "truefalse"),
    at: "1:7",
    says: /without a reason/,
  },
  {
    code: "left-out",
    format: "moodle",
    file: essay(
      "<hint><text>a</text></hint>\n<hint><text>b</text></hint>\n<incorrectfeedback><text>No!</text></incorrectfeedback>",
    ),
    at: "4:1",
    says: /hints after the first\n.*feedback on any right or wrong answer/,
  },
  {
    code: "left-out",
    format: "moodle",
    file: essay(
      '<answer fraction="100"><text>5</text></answer>\n<answer fraction="0"><text>*</text><feedback><text>No.</text></feedback></answer>' +
        "<units><unit><unit_name>s</unit_name></unit>\n<unit><unit_name>ms</unit_name></unit></units>",
      "numerical",
    ),
    at: "5:1",
    says: /said to any other number\n.*units after the first/,
  },
  {
    code: "stray-cell",
    format: "csv",
    file: "prompt,answer\nWhich, of these?,a",
    at: "2:18",
    says: /3 cells, but the header has 2/,
  },
  {
    code: "stray-cell",
    format: "csv",
    file: "prompt,,answer\nWhich?,b,a",
    at: "2:8",
    says: /has no name/,
  },
  {
    code: "unused-cell",
    format: "csv",
    file: "prompt,option 1,option 2,option 3,answer\nWhich?,a,b,c,2",
    at: "2:14",
    says: /answer means nothing for a question of kind single/,
  },
  {
    code: "bad-cell",
    format: "csv",
    file: 'prompt,answer,hint,more\nWhich?,a,Think.,"{hint: Look., unit: s}"',
    at: "2:17",
    says: /`hint` stands in its column and in `more`/,
  },
  {
    code: "missing-column",
    format: "csv",
    file: "id,kind\na,short",
    at: "1:1",
    says: /No column is called prompt/,
  },
  {
    code: "unknown-column",
    format: "csv",
    file: "prompt,colour\n",
    at: "1:8",
    says: /“colour” is not known/,
  },
  {
    code: "repeated-column",
    format: "csv",
    file: "prompt,question\na,b",
    at: "1:8",
    says: /Two columns mean prompt/,
  },
  {
    code: "bad-cell",
    format: "csv",
    file: "prompt,kind,answer\nHow many?,number,five",
    at: "2:18",
    says: /“five” is no number/,
  },
  {
    code: "bad-cell",
    format: "csv",
    file: "prompt,option 1,correct\nWhich?,a,7",
    at: "2:10",
    says: /“7” is not the number of an option/,
  },
  { code: "open-quote", format: "csv", file: 'prompt\n"a', at: "2:1", says: /never closed/ },
];

test.each(CASES)("$format: $code is told at $at", expectTold);

test("a question without a competency asks for one", () => {
  const defaults = {
    competency: "",
    difficulty: "easy",
    docs: "https://kubernetes.io/docs/",
  } as const;
  const { problems } = checked("gift", `::a::Which? {${choice}}`, { defaults });
  expect(problems).toMatchObject([{ code: "no-competency", severity: "error" }]);
});

test("more than 2,000 questions are refused whole", () => {
  const file = "a {=b####c}\n\n".repeat(2_001);
  expect(checked("gift", file)).toMatchObject({ questions: [], problems: [{ code: "too-many" }] });
});

test("every problem of a file is told, not only the first of each question", () => {
  const file = yaml(short("a", "    colour: red\n    size: 3\n"), short("b", "    colour: red\n"));
  expect(checked("yaml", file).problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "7 field",
    "8 field",
    "18 field",
  ]);
});
