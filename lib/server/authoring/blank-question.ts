import type { Kind } from "@/lib/domain/questions/registry";
import { toSource } from "@/lib/server/authoring/question-source";

const choices = [
  { text: "", correct: true, why: "" },
  { text: "", why: "" },
  { text: "", why: "" },
];

/** The fields of each kind, to be filled in. */
const BODIES: Record<Kind, object> = {
  single: { options: choices },
  multiple: {
    options: [
      { text: "", correct: true, why: "" },
      { text: "", correct: true, why: "" },
      { text: "", why: "" },
      { text: "", why: "" },
    ],
  },
  "true-false": { answer: true, reasons: choices },
  match: {
    pairs: [
      { left: "", right: "", why: "" },
      { left: "", right: "", why: "" },
      { left: "", right: "", why: "" },
    ],
  },
  order: { items: [{ text: "" }, { text: "" }, { text: "" }] },
  short: { accepted: [""] },
  number: { answer: { value: "" } },
  blanks: {
    language: "yaml",
    text: "kind: [[first]]\n",
    blanks: { first: { accepted: [""], why: "" } },
  },
  kubectl: {
    accept: [""],
    nearMisses: [
      { answer: "", finding: "" },
      { answer: "", finding: "" },
      { answer: "", finding: "" },
    ],
  },
  open: { modelAnswer: "", marks: [{ text: "" }, { text: "" }] },
};

/** The source of a question that nobody has written yet. */
export const blankQuestion = (slug: string, kind: Kind): string =>
  toSource({
    id: slug,
    kind,
    concept: slug,
    prompt: "",
    ...BODIES[kind],
    explanation: "",
    sources: { docs: [""] },
    competencies: [],
    difficulty: "medium",
  });
