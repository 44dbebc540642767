/**
 * What people get wrong with a question, without saying who: the forms of their wrong
 * answers, each person counted once for each form. Nothing is told before ten different
 * people gave a wrong answer; and what was typed is shown only once three different
 * people typed it, as a text can tell who wrote it.
 */
import { z } from "zod";

import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { normaliseText } from "@/lib/domain/questions/normalise-text";

export type WrongAnswer = {
  /** Tells people apart, and nothing else. */
  person: string;
  /** Draws the variant that was shown. */
  seed: string;
  answer: unknown;
  graded: unknown;
};

export type WrongForm = { text: string; people: number };

export type WrongForms = {
  /** Different people with a wrong answer. */
  people: number;
  /** The commonest first. */
  forms: WrongForm[];
};

const FEWEST_PEOPLE = 10;
const FEWEST_TYPISTS = 3;
const MOST_FORMS = 6;

/** Null while too few people gave a wrong answer. */
export function wrongForms(
  content: QuestionContent,
  answers: readonly WrongAnswer[],
): WrongForms | null {
  const people = new Set(answers.map(({ person }) => person));
  if (people.size < FEWEST_PEOPLE) return null;
  const peopleByForm = new Map<string, Set<string>>();
  for (const answer of answers) {
    for (const form of formsOf(drawQuestion(content, answer.seed), answer)) {
      const who = peopleByForm.get(form) ?? new Set();
      peopleByForm.set(form, who.add(answer.person));
    }
  }
  const fewest = TYPED.has(content.kind) ? FEWEST_TYPISTS : 1;
  return {
    people: people.size,
    forms: [...peopleByForm]
      .map(([text, who]) => ({ text, people: who.size }))
      .filter((form) => form.people >= fewest)
      .sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_FORMS),
  };
}

const TYPED: ReadonlySet<QuestionContent["kind"]> = new Set(["short", "number", "blanks"]);

const places = z.array(z.number());

/** The parts of stored answers and verdicts that forms are made of; an answer that was given up has none. */
const PARTS = {
  single: z.object({ detail: z.object({ pick: z.number() }) }),
  multiple: z.object({ detail: z.object({ wrong: places, missed: places }) }),
  "true-false": z.object({
    detail: z.object({
      value: z.boolean(),
      valueRight: z.boolean(),
      reason: z.number().nullable(),
      reasonRight: z.boolean(),
    }),
  }),
  match: z.object({
    detail: z.object({
      pairs: z.array(z.object({ right: z.number().nullable(), correct: z.boolean() })),
    }),
  }),
  order: z.object({ detail: z.object({ order: places, placed: z.array(z.boolean()) }) }),
  short: z.object({ detail: z.object({ text: z.string() }) }),
  blanks: z.object({
    detail: z.object({
      blanks: z.array(z.object({ name: z.string(), given: z.string(), right: z.boolean() })),
    }),
  }),
  kubectl: z.object({
    detail: z.object({
      findings: z.array(z.object({ code: z.string(), field: z.string().nullable() })),
    }),
  }),
  open: z.object({ detail: z.object({ marks: z.array(z.boolean()).nullable() }) }),
};

const NumberAnswerSchema = z.object({
  value: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
});

type FormsOf = (drawn: DrawnQuestion, answer: WrongAnswer) => string[];

const FORMS: Record<QuestionContent["kind"], FormsOf> = {
  single: (drawn, { graded }) => {
    const parts = PARTS.single.safeParse(graded).data;
    return drawn.kind === "single" && parts ? textsAt(drawn.body.options, [parts.detail.pick]) : [];
  },
  multiple: (drawn, { graded }) => {
    const parts = PARTS.multiple.safeParse(graded).data;
    if (drawn.kind !== "multiple" || !parts) return [];
    return [
      ...textsAt(drawn.body.options, parts.detail.wrong),
      ...textsAt(drawn.body.options, parts.detail.missed).map((text) => `Left out: ${text}`),
    ];
  },
  "true-false": (drawn, { graded }) => {
    const parts = PARTS["true-false"].safeParse(graded).data;
    if (drawn.kind !== "true-false" || !parts) return [];
    const { value, valueRight, reason, reasonRight } = parts.detail;
    if (!valueRight) return [value ? "True" : "False"];
    return reasonRight || reason === null ? [] : textsAt(drawn.body.reasons, [reason]);
  },
  match: (drawn, { graded }) => {
    const parts = PARTS.match.safeParse(graded).data;
    if (drawn.kind !== "match" || !parts) return [];
    const { lefts, rights } = drawn.body;
    return parts.detail.pairs.flatMap(({ right, correct }, index) =>
      correct || right === null
        ? []
        : [`${lefts[index]?.text ?? ""} → ${rights[right]?.text ?? ""}`],
    );
  },
  order: (drawn, { graded }) => {
    const parts = PARTS.order.safeParse(graded).data;
    if (drawn.kind !== "order" || !parts) return [];
    const first = parts.detail.placed.indexOf(false);
    return textsAt(drawn.body.items, [parts.detail.order[first] ?? -1]).map(
      (text) => `Place ${first + 1}: ${text}`,
    );
  },
  short: (_drawn, { graded }) => {
    const parts = PARTS.short.safeParse(graded).data;
    return parts ? [normaliseText(parts.detail.text, { caseSensitive: false })] : [];
  },
  number: (_drawn, { answer }) => {
    const { value, from, to } = NumberAnswerSchema.safeParse(answer).data ?? {};
    if (value !== undefined) return [String(value)];
    return from === undefined || to === undefined ? [] : [`${from} to ${to}`];
  },
  blanks: (_drawn, { graded }) => {
    const parts = PARTS.blanks.safeParse(graded).data;
    return (parts?.detail.blanks ?? [])
      .filter(({ right, given }) => !right && given.trim() !== "")
      .map(({ name, given }) => `${name}: ${normaliseText(given, { caseSensitive: true })}`);
  },
  kubectl: (_drawn, { graded }) => {
    const parts = PARTS.kubectl.safeParse(graded).data;
    return (parts?.detail.findings ?? []).map(
      ({ code, field }) => `${code.replaceAll("-", " ")}${field ? ` (${field})` : ""}`,
    );
  },
  open: (drawn, { graded }) => {
    const marks = PARTS.open.safeParse(graded).data?.detail.marks ?? [];
    if (drawn.kind !== "open") return [];
    return drawn.body.marks.filter((_, index) => marks[index] === false).map(({ text }) => text);
  },
};

const formsOf: FormsOf = (drawn, answer) => [...new Set(FORMS[drawn.kind](drawn, answer))];

const textsAt = (options: readonly { text: string }[], positions: readonly number[]): string[] =>
  positions.flatMap((position) => options[position]?.text ?? []);
