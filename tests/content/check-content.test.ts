import { expect, test } from "vitest";

import { checkContent } from "@/lib/server/content/check-content";
import { formatProblem } from "@/lib/server/content/content-problem";
import { reportContent } from "@/lib/server/content/content-report";
import type { ContentFile } from "@/lib/server/content/read-content-files";
import {
  bankFile,
  contentFiles,
  questionFile,
  questionOf,
  shortQuestion,
} from "@/tests/helpers/content-files";

const linesOf = (files: readonly ContentFile[]): string[] =>
  checkContent(files).problems.map(formatProblem);

test("sound files have no problems", () => {
  expect(linesOf(contentFiles([shortQuestion("one", "etcd")]))).toEqual([]);
});

test("every problem of every file is told at once, with file, line and question", () => {
  const files = [
    ...contentFiles([
      shortQuestion("one", "etcd").replace("cka/storage/volumes", "cka/storage/none"),
      questionOf("two", "    kind: single\n    prompt: Pick\n    options: 5\n"),
    ]),
    bankFile("other"),
    questionFile("other", [shortQuestion("three", "etcd", "    hin: Typo\n")]),
  ];
  expect(linesOf(files)).toEqual([
    "other/questions.yaml:7 other/three: hin: Unknown field `hin` (kind short)",
    "words/questions.yaml:10 words/one: competencies[0]: curriculum.yaml has no competency cka/storage/none",
    "words/questions.yaml:16 words/two: options: Invalid input: expected array, received number",
  ]);
});

test("a problem within a block is found on its own line", () => {
  const single = questionOf(
    "one",
    `    kind: single
    prompt: Pick.
    options:
      - text: a
        correct: true
        why: Yes.
      - text: b
        why: No.
      - text: a
        why: No.
`,
  );
  expect(linesOf(contentFiles([single]))).toEqual([
    "words/questions.yaml:12 words/one: options[2].text: The same text as number 1 of this list",
  ]);
});

test("an id used twice is an error where it is used again", () => {
  const files = [
    ...contentFiles([shortQuestion("one", "etcd")]),
    { ...questionFile("words", [shortQuestion("one", "kubelet")]), path: "words/second.yaml" },
  ];
  expect(linesOf(files)).toEqual([
    "words/second.yaml:2 words/one: id: The id is already used in words/questions.yaml",
  ]);
});

test.each([
  [
    "a folder without bank.yaml",
    [questionFile("lone", [shortQuestion("one", "x")])],
    /lone has no bank\.yaml/,
  ],
  [
    "broken YAML",
    [{ path: "words/broken.yaml", text: "questions: [" }],
    /^words\/broken\.yaml:1: Not valid YAML/,
  ],
  [
    "a key twice",
    [{ path: "words/twice.yaml", text: "questions: []\nquestions: []\n" }],
    /:2: Not valid YAML/,
  ],
  [
    "an endless alias",
    [{ path: "words/a.yaml", text: "a: &a [*a]\nquestions: [*a]" }],
    /^words\/a\.yaml/,
  ],
  ["no questions", [{ path: "words/empty.yaml", text: "" }], /must hold one field, `questions`/],
  [
    "a bank without a title",
    [{ path: "bare/bank.yaml", text: "position: 1\ndescription: x\n" }],
    /bare\/bank\.yaml:1: title/,
  ],
])("%s is told", (_, files, message) => {
  const found = linesOf([...contentFiles([shortQuestion("one", "etcd")]), ...files]);
  expect(found.join("\n")).toMatch(message);
});

test("without the files that questions refer to, that is said of each of them", () => {
  const found = linesOf([bankFile("words"), questionFile("words", [shortQuestion("one", "x")])]);
  expect(found).toEqual(
    expect.arrayContaining([
      "curriculum.yaml:1: This file is missing or cannot be read",
      "notes.yaml:1: This file is missing or cannot be read",
      "errata.yaml:1: This file is missing or cannot be read",
    ]),
  );
});

test("weights that are not 100 in all are an error", () => {
  const files = contentFiles([shortQuestion("one", "etcd")]).map((file) => ({
    ...file,
    text: file.text.replace("weight: 100", "weight: 90"),
  }));
  expect(linesOf(files)).toEqual(["curriculum.yaml:1: The weights of cka add up to 90, not 100"]);
});

test("the report counts what is there and what is missing", () => {
  const cited = shortQuestion("two", "kubelet", "    errata: [E1-01]\n").replace(
    "    sources:\n",
    "    sources:\n      notes: [{ note: note-1, section: First section }]\n",
  );
  const report = reportContent(checkContent(contentFiles([shortQuestion("one", "etcd"), cited])));

  expect(report).toMatchObject({
    total: 2,
    banks: [{ id: "words", questions: 2 }],
    kinds: { short: 2, kubectl: 0 },
    errors: [],
    warnings: [],
    beyondNotes: 1,
    notes: [{ sections: [{ title: "First section", questions: 1 }] }],
    errata: [{ id: "E1-01", because: "A slip.", questions: ["words/two"] }],
    stances: { taught: 0, "version-bound": 0, avoided: 1 },
    exams: [{ domains: [{ id: "cka/storage", weight: 100, share: 100 }] }],
  });
});

const withErrata = (text: string): ContentFile[] =>
  contentFiles([shortQuestion("one", "etcd")]).map((file) =>
    file.path === "errata.yaml" ? { ...file, text } : file,
  );

test("a statement that is said to be taught must be named by a question", () => {
  const files = withErrata(
    "errata:\n  - { id: E1-01, note: note-1, severity: low, stance: taught }\n",
  );
  expect(checkContent(files).problems).toEqual([
    {
      file: "errata.yaml",
      line: 2,
      question: null,
      message: "No question teaches E1-01",
      severity: "flaw",
    },
  ]);
});

test("a statement that is avoided must say why", () => {
  const files = withErrata(
    "errata:\n  - { id: E1-01, note: note-1, severity: low, stance: avoided }\n",
  );
  expect(linesOf(files)).toEqual([expect.stringMatching(/^errata\.yaml:\d: errata\.0\.because/)]);
});

test("a question cannot name a statement that errata.yaml does not know", () => {
  const question = shortQuestion("one", "etcd", "    errata: [E9-99]\n");
  expect(linesOf(contentFiles([question]))).toEqual([
    "words/questions.yaml:7 words/one: errata[0]: errata.yaml has no E9-99",
  ]);
});

test("a section cannot be worth questions of a bank that does not exist", () => {
  const files = contentFiles([shortQuestion("one", "etcd")]).map((file) => ({
    ...file,
    text: file.text.replace(
      "[First section]",
      "[{ title: First section, questions: { elsewhere: 2 } }]",
    ),
  }));
  expect(linesOf(files)).toEqual(["notes.yaml:4: There is no bank elsewhere"]);
});
