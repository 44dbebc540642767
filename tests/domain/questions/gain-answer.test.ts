import { describe, expect, test } from "vitest";

import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { gainAnswer, withAlso, withKeyChange } from "@/lib/domain/questions/gain-answer";
import { gradeAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { toPublic } from "@/lib/domain/questions/to-public";

const SEED = "a seed";

const question = (kind: string, body: object): QuestionContent =>
  parseStoredQuestion({
    id: "pods/one",
    bank: "pods",
    kind,
    concept: "one",
    prompt: "Which?",
    explanation: "So.",
    sources: { docs: ["https://kubernetes.io/docs/"] },
    competencies: ["cka/troubleshooting/clusters"],
    difficulty: "easy",
    ...body,
  });

const OPTIONS = [
  { text: "etcd", correct: true, why: "Yes." },
  { text: "kubelet", why: "No." },
  { text: "scheduler", why: "No." },
];

const single = question("single", { options: OPTIONS });
const multiple = question("multiple", { options: OPTIONS });
const number = question("number", { answer: { value: 6443, tolerance: 1 } });
const short = question("short", { accepted: ["Pending"] });
const blanks = question("blanks", {
  language: "prose",
  text: "A [[one]] and a [[two]].",
  blanks: { one: { accepted: ["Pod"], why: "So." }, two: { accepted: ["Node"], why: "So." } },
});
const kubectl = question("kubectl", {
  accept: ["kubectl get pods"],
  nearMisses: [],
});

const pickOf = (content: QuestionContent, text: string, seed = SEED): number => {
  const { body } = toPublic(drawQuestion(content, seed), 1);
  return body.kind === "single" || body.kind === "multiple" ? body.options.indexOf(text) : -1;
};

const scoreAfter = (content: QuestionContent, gained: Answer, other: Answer, seed = SEED) => {
  const addition = gainAnswer(content, SEED, gained);
  if (!addition) return null;
  return gradeAnswer(drawQuestion(withAlso(content, [addition]), seed), other).score;
};

type Case = [string, QuestionContent, Answer, Answer, number];

describe("an answer that was found right makes right", () => {
  test.each<Case>([
    [
      "the same text in other letters",
      short,
      { kind: "short", text: "waiting" },
      { kind: "short", text: " Waiting. " },
      1,
    ],
    [
      "no other text",
      short,
      { kind: "short", text: "waiting" },
      { kind: "short", text: "Running" },
      0,
    ],
    [
      "a number within the tolerance",
      number,
      { kind: "number", value: 8443 },
      { kind: "number", value: 8444 },
      1,
    ],
    [
      "a number beyond it",
      number,
      { kind: "number", value: 8443 },
      { kind: "number", value: 8446 },
      0,
    ],
    [
      "each blank by itself",
      blanks,
      { kind: "blanks", values: { one: "container", two: "machine" } },
      { kind: "blanks", values: { one: "container", two: "Node" } },
      1,
    ],
    [
      "a command that does the same",
      kubectl,
      { kind: "kubectl", text: "kubectl get pods -A" },
      { kind: "kubectl", text: "kubectl get po --all-namespaces" },
      1,
    ],
    [
      "no command that does something else",
      kubectl,
      { kind: "kubectl", text: "kubectl get pods -A" },
      { kind: "kubectl", text: "kubectl get nodes" },
      0,
    ],
    [
      "a line that nobody can plan, letter by letter",
      kubectl,
      { kind: "kubectl", text: "kubectl get pods | wc -l" },
      { kind: "kubectl", text: "kubectl get pods | wc -l" },
      1,
    ],
    [
      "the same set of options",
      multiple,
      { kind: "multiple", picks: [0, 1, 2] },
      { kind: "multiple", picks: [2, 1, 0] },
      1,
    ],
  ])("%s", (_what, content, gained, other, score) => {
    expect(scoreAfter(content, gained, other)).toBe(score);
  });

  test("the same option wherever it stands in another shuffle", () => {
    const gained: Answer = { kind: "single", pick: pickOf(single, "kubelet") };
    const seeds = ["b", "c", "d", "e", "f"];
    expect(
      seeds.map((seed) =>
        scoreAfter(single, gained, { kind: "single", pick: pickOf(single, "kubelet", seed) }, seed),
      ),
    ).toEqual(seeds.map(() => 1));
  });
});

test("what the key said before stays right", () => {
  const gained: Answer = { kind: "single", pick: pickOf(single, "kubelet") };
  const asked: Answer = { kind: "single", pick: pickOf(single, "etcd") };
  expect(scoreAfter(single, gained, asked)).toBe(1);
});

test("an answer to one variant is right in that variant only", () => {
  const content = question("number", {
    prompt: "Twice {{n}}?",
    parameters: { n: [1, 2] },
    answer: { value: "{{n}}" },
  });
  const addition = gainAnswer(content, SEED, { kind: "number", value: 77 });
  if (!addition) throw new Error("It was not gained");
  const seeds = Array.from({ length: 20 }, (_, index) => `seed ${index}`);
  const scores = seeds.map((seed) => {
    const drawn = drawQuestion(withAlso(content, [addition]), seed);
    return [drawn.content.prompt, gradeAnswer(drawn, { kind: "number", value: 77 }).score] as const;
  });
  const own = drawQuestion(content, SEED).content.prompt;
  expect(scores.every(([prompt, score]) => score === (prompt === own ? 1 : 0))).toBe(true);
  expect(new Set(scores.map(([, score]) => score))).toEqual(new Set([0, 1]));
});

test("what people typed is not read as a template", () => {
  const content = question("short", {
    prompt: "Which {{n}}?",
    parameters: { n: ["a", "b"] },
    accepted: ["x"],
  });
  const answer: Answer = { kind: "short", text: "{{n}}" };
  expect(scoreAfter(content, answer, answer)).toBe(1);
});

test.each<[string, QuestionContent, Answer]>([
  ["is right already", short, { kind: "short", text: "pending" }],
  ["gave up", short, { kind: "short", gaveUp: true }],
  ["says nothing", short, { kind: "short", text: "  " }],
  [
    "has an order",
    question("order", { items: [{ text: "a" }, { text: "b" }, { text: "c" }] }),
    { kind: "order", order: [2, 1, 0] },
  ],
])("nothing is gained from an answer that %s", (_why, content, answer) => {
  expect(gainAnswer(content, SEED, answer)).toBeNull();
});

test("what is withdrawn is right no more, unless it was accepted again", () => {
  const [one, other] = ["waiting", "queued"].map((text) =>
    gainAnswer(short, SEED, { kind: "short", text }),
  );
  if (!one || !other) throw new Error("Both are gained");
  const both = withAlso(short, [one, other]);
  expect(withKeyChange(both, { added: [], withdrawn: [one] })).toEqual(withAlso(short, [other]));
  expect(withKeyChange(both, { added: [], withdrawn: [one, other] })).toEqual(short);
  const again = withKeyChange(withAlso(short, [one]), { added: [one], withdrawn: [one] });
  expect(again).toEqual(withAlso(short, [one]));
  expect(withKeyChange(short, { added: [], withdrawn: [one] })).toBe(short);
});

test("what was gained survives being stored, and browsers are not told", () => {
  const addition = gainAnswer(short, SEED, { kind: "short", text: "waiting" });
  const content = withAlso(short, addition ? [addition] : []);
  expect(parseStoredQuestion(JSON.parse(JSON.stringify(content)))).toEqual(content);
  expect(toPublic(drawQuestion(content, SEED), 1)).toEqual(toPublic(drawQuestion(short, SEED), 1));
});
