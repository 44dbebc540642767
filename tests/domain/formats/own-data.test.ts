import { expect, test } from "vitest";

import { WRITERS } from "@/lib/domain/formats/write-file";
import { checked } from "@/tests/helpers/checked-file";
import { aQuestion } from "@/tests/helpers/questions";

const single = aQuestion("single", {
  prompt: "Which one?",
  hint: "Think.",
  errata: ["E1-01"],
  options: [
    { text: "a", correct: true, why: "Yes." },
    { text: "b", why: "No." },
    { text: "c", why: "No." },
  ],
});
const kubectl = aQuestion("kubectl", {
  accept: ["kubectl get pods"],
  nearMisses: [],
});
const varied = aQuestion("short", {
  prompt: "Where is {{n}}?",
  parameters: { n: ["x", "y"] },
  accepted: ["here"],
});

const FORMATS = ["gift", "moodle"] as const;

test.each(FORMATS)("a text changed in %s is taken over, and all else kept", (format) => {
  const file = WRITERS[format]([single]).replace(/(?<!"prompt":")Which one\?/, "Which of these?");
  const { questions, problems } = checked(format, file);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(questions[0]?.content).toEqual({ ...single, prompt: "Which of these?" });
});

test.each(FORMATS)("an answer changed in %s is taken over with its feedback", (format) => {
  const last = WRITERS[format]([single]);
  const at = format === "gift" ? last.lastIndexOf("No.") : last.indexOf("No.");
  const file = `${last.slice(0, at)}Never.${last.slice(at + 3)}`;
  const { questions } = checked(format, file);
  const whys = questions[0]?.content?.kind === "single" ? questions[0].content.options : [];
  expect(whys.map(({ why }) => why).filter((why) => why === "Never.")).toHaveLength(1);
});

test.each(FORMATS)("a tag changed in %s is taken over, whatever the kind", (format) => {
  const file = WRITERS[format]([kubectl]).replaceAll(
    /(?<=[:>])difficulty:easy/g,
    "difficulty:hard",
  );
  expect(checked(format, file).questions[0]?.content).toEqual({ ...kubectl, difficulty: "hard" });
});

test.each(FORMATS)(
  "another name in %s is refused: answers are kept under the old one",
  (format) => {
    const file = WRITERS[format]([single]).replaceAll(/(?<=::|<name><text>)a-question/g, "b");
    const { questions, problems } = checked(format, file);
    expect(questions[0]?.content).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["changed-copy"]);
    expect(problems[0]?.message).toMatch(/^The name changed/);
  },
);

test("several choices instead of one, changed in Moodle XML, are taken over", () => {
  const file = WRITERS.moodle([single]).replace("<single>true", "<single>false");
  expect(checked("moodle", file).questions[0]?.content).toEqual({ ...single, kind: "multiple" });
});

test.each([
  {
    name: "a kubectl task's answers",
    content: kubectl,
    from: "kubectl get pods\\n",
    says: /not all of it \(kubectl\)/,
  },
  {
    name: "one of several variants",
    content: varied,
    from: "Where is x?",
    says: /one of several variants/,
  },
])("a change of what GIFT shows only in part is refused: $name", ({ content, from, says }) => {
  const file = WRITERS.gift([content]);
  expect(file).toContain(from);
  const { questions, problems } = checked("gift", file.replace(from, "kubectl delete all\\n"));
  expect(questions[0]?.content).toBeNull();
  expect(problems[0]).toMatchObject({ code: "changed-copy", severity: "error" });
  expect(problems[0]?.message).toMatch(says);
});

test("without our data a task is read as what GIFT shows of it", () => {
  const file = WRITERS.gift([kubectl]).replace(/^\/\/ reconcile:.*\n/m, "");
  expect(checked("gift", file).questions[0]?.content).toMatchObject({
    kind: "open",
    id: "bank/a-question",
  });
});

test("our data is read by the same rules as any other", () => {
  const file = WRITERS.gift([single]).replace(
    '"difficulty":"easy"',
    '"difficulty":"easy","admin":true',
  );
  expect(checked("gift", file).problems).toMatchObject([
    { code: "field", message: "admin: Unknown field `admin` (kind single)", line: 1 },
  ]);
});
