/**
 * Things on the left, each to be given its partner on the right. The same right text may
 * serve several lefts (sorting into groups), and distractors on the right serve none.
 * Score: the share of lefts with the right partner.
 */
import { z } from "zod";

import { checkDistinct } from "@/lib/domain/questions/choices";
import {
  errorAt,
  gradeOf,
  PositionSchema,
  TextSchema,
  type Problem,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const MatchBodySchema = z.strictObject({
  pairs: z
    .array(z.strictObject({ left: TextSchema, right: TextSchema, why: TextSchema }))
    .min(2)
    .max(12),
  distractors: z
    .array(z.strictObject({ text: TextSchema, why: TextSchema }))
    .max(6)
    .exactOptional(),
});
const MatchAnswerSchema = z.strictObject({
  kind: z.literal("match"),
  rights: z.array(PositionSchema.nullable()).max(100),
});

type MatchTypes = {
  kind: "match";
  body: z.output<typeof MatchBodySchema>;
  drawn: {
    lefts: { text: string; right: number; why: string }[];
    /** `why` says why a distractor fits nothing; null for a right that is some left's partner. */
    rights: { text: string; why: string | null }[];
  };
  public: { kind: "match"; lefts: string[]; rights: string[] };
  answer: z.output<typeof MatchAnswerSchema>;
  /** One entry per left, in display order. */
  detail: { kind: "match"; pairs: { right: number | null; correct: boolean }[] };
  solution: {
    kind: "match";
    /** The display position of each left's partner. */
    rights: number[];
    whys: string[];
    unused: { right: number; why: string }[];
  };
};

export const match: QuestionKind<MatchTypes> = {
  kind: "match",
  bodySchema: MatchBodySchema,
  answerSchema: MatchAnswerSchema,
  draw: ({ pairs, distractors = [] }, random) => {
    const partners = [...new Set(pairs.map((pair) => pair.right))];
    const rights = random.shuffled([
      ...partners.map((text) => ({ text, why: null })),
      ...distractors,
    ]);
    const lefts = random.shuffled(pairs).map(({ left, right, why }) => ({
      text: left,
      right: rights.findIndex((candidate) => candidate.text === right && candidate.why === null),
      why,
    }));
    return { lefts, rights };
  },
  toPublic: ({ lefts, rights }) => ({
    kind: "match",
    lefts: lefts.map((left) => left.text),
    rights: rights.map((right) => right.text),
  }),
  grade: ({ lefts }, answer) => {
    const pairs = lefts.map((left, position) => {
      const right = answer.rights[position] ?? null;
      return { right, correct: right === left.right };
    });
    const score = pairs.filter((pair) => pair.correct).length / pairs.length;
    return gradeOf(score, { kind: "match", pairs });
  },
  solution: ({ lefts, rights }) => ({
    kind: "match",
    rights: lefts.map((left) => left.right),
    whys: lefts.map((left) => left.why),
    unused: rights.flatMap(({ why }, right) => (why === null ? [] : [{ right, why }])),
  }),
  modelAnswer: ({ lefts }) => ({ kind: "match", rights: lefts.map((left) => left.right) }),
  check: ({ pairs, distractors = [] }) => [
    ...checkDistinct(
      pairs.map((pair) => pair.left),
      (index) => ["pairs", index, "left"],
    ),
    ...checkDistractors(pairs, distractors),
  ],
};

function checkDistractors(
  pairs: readonly { right: string }[],
  distractors: readonly { text: string }[],
): Problem[] {
  const partners = new Set(pairs.map((pair) => pair.right.trim()));
  const problems = checkDistinct(
    distractors.map((distractor) => distractor.text),
    (index) => ["distractors", index, "text"],
  );
  distractors.forEach(({ text }, index) => {
    if (partners.has(text.trim())) {
      problems.push(errorAt(["distractors", index, "text"], "This is the partner of a pair"));
    }
  });
  if (partners.size + distractors.length < 2) {
    problems.push(
      errorAt(["pairs"], "There is nothing to choose: every left has the same partner"),
    );
  }
  return problems;
}
