/**
 * One question of each kind in which everything that must not leave the server before the
 * answer holds a word found nowhere else. Whoever finds such a word in what a browser got
 * has found a leak.
 */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";

/** Every planted word starts so; searching for this finds all of them. */
export const CANARY = "zqcanary";

const BANK = "canaries";

const secret = (name: string): string => `${CANARY}-${name}`;

/** Fields that all kinds share, with words in those that are shown after the answer only. */
const common = (kind: string, prompt: string): Record<string, unknown> => ({
  id: `of-kind-${kind}`,
  kind,
  concept: `canary-${kind}`,
  prompt,
  hint: "A hint is shown when the learner asks for it.",
  explanation: `${secret("explanation")} teaches.`,
  sources: {
    docs: [`https://kubernetes.io/docs/${secret("docs")}`],
  },
  competencies: ["cka/storage/volume-types", "ckad/design/volumes"],
  difficulty: "easy",
});

const choices = (kind: string, correct: number): object[] =>
  ["first", "second", "third"].map((text, index) => ({
    text,
    ...(index === correct ? { correct: true } : {}),
    why: `${secret(`${kind}-why-${text}`)} is why.`,
  }));

const near = (kind: string): object[] => [
  { text: secret(`${kind}-near`), why: `${secret(`${kind}-near-why`)} is why.` },
];

const BODIES: Record<QuestionContent["kind"], { prompt: string; fields: object }> = {
  single: { prompt: "Pick the one.", fields: { options: choices("single", 1) } },
  multiple: { prompt: "Pick all that fit.", fields: { options: choices("multiple", 0) } },
  "true-false": {
    prompt: "A statement to judge.",
    fields: { answer: false, reasons: choices("true-false", 2) },
  },
  match: {
    prompt: "Find the partners.",
    fields: {
      pairs: [
        { left: "left one", right: "right one", why: `${secret("match-why-1")} is why.` },
        { left: "left two", right: "right two", why: `${secret("match-why-2")} is why.` },
      ],
      distractors: [{ text: "right three", why: `${secret("match-unused")} is why.` }],
    },
  },
  order: {
    prompt: "Put them in order.",
    fields: {
      items: ["one", "two", "three"].map((text) => ({
        text,
        why: `${secret(`order-why-${text}`)} is why.`,
      })),
    },
  },
  short: {
    prompt: "Name the word.",
    fields: { accepted: [secret("short-accepted")], near: near("short") },
  },
  number: {
    prompt: "Name the number.",
    fields: {
      answer: { value: 7_391_845_026 },
      near: [{ value: 6_402_517_938, why: `${secret("number-near-why")} is why.` }],
    },
  },
  blanks: {
    prompt: "Fill the blank.",
    fields: {
      language: "yaml",
      text: "kind: [[b1]]\n",
      blanks: {
        b1: {
          accepted: [secret("blanks-accepted")],
          near: near("blanks"),
          why: `${secret("blanks-why")} is why.`,
        },
      },
    },
  },
  kubectl: {
    prompt: "Create a namespace; you know its name.",
    fields: {
      accept: [`kubectl create namespace ${secret("kubectl-accept")}`],
      goals: [{ kind: "Namespace", name: secret("kubectl-accept") }],
      nearMisses: [
        { answer: `kubectl create namespace ${secret("kubectl-miss-1")}`, finding: "wrong-name" },
        { answer: `kubectl get namespace ${secret("kubectl-miss-2")}`, finding: "wrong-command" },
      ],
    },
  },
  open: {
    prompt: "Explain it.",
    fields: {
      modelAnswer: `${secret("open-model")} is the answer.`,
      marks: [{ text: `${secret("open-mark")} is named`, keywords: [secret("open-keyword")] }],
      doNotAccept: [{ text: secret("open-wrong"), why: `${secret("open-wrong-why")} is why.` }],
    },
  },
};

const written = (): object[] =>
  Object.entries(BODIES).map(([kind, { prompt, fields }]) => ({
    ...common(kind, prompt),
    ...fields,
  }));

/** Numbers cannot hold a word; these stand for it. */
export const CANARY_NUMBERS = ["7391845026", "6402517938"] as const;

/** The questions as the loader would hand them on. */
export const canaryQuestions = (): QuestionContent[] =>
  written().map((data) => {
    const question = parseQuestion(data, BANK);
    if (!question.ok) throw new Error(JSON.stringify(question.error));
    return question.value;
  });
