/**
 * A statement to judge, and the reason why it holds or does not: guessing the verdict
 * alone earns half.
 */
import { z } from "zod";

import {
  checkChoices,
  checkOneCorrect,
  ChoiceSchema,
  correctPositions,
  drawChoices,
  textsOf,
  whysOf,
  type DrawnChoice,
} from "@/lib/domain/questions/choices";
import { gradeOf, PositionSchema, type QuestionKind } from "@/lib/domain/questions/question-kind";

const TrueFalseBodySchema = z.strictObject({
  answer: z.boolean(),
  reasons: z.array(ChoiceSchema).min(2).max(8),
});
const TrueFalseAnswerSchema = z.strictObject({
  kind: z.literal("true-false"),
  value: z.boolean(),
  reason: PositionSchema.nullable(),
});

type TrueFalseTypes = {
  kind: "true-false";
  body: z.output<typeof TrueFalseBodySchema>;
  drawn: { answer: boolean; reasons: DrawnChoice[]; reason: number };
  public: { kind: "true-false"; reasons: string[] };
  answer: z.output<typeof TrueFalseAnswerSchema>;
  detail: {
    kind: "true-false";
    value: boolean;
    valueRight: boolean;
    reason: number | null;
    reasonRight: boolean;
  };
  solution: { kind: "true-false"; answer: boolean; reason: number; whys: string[] };
};

const RIGHT_VERDICT_WRONG_REASON = 0.5;

export const trueFalse: QuestionKind<TrueFalseTypes> = {
  kind: "true-false",
  bodySchema: TrueFalseBodySchema,
  answerSchema: TrueFalseAnswerSchema,
  draw: (body, random) => {
    const reasons = drawChoices(body.reasons, random);
    return { answer: body.answer, reasons, reason: correctPositions(reasons)[0] ?? -1 };
  },
  toPublic: ({ reasons }) => ({ kind: "true-false", reasons: textsOf(reasons) }),
  grade: (drawn, { value, reason }) => {
    const valueRight = value === drawn.answer;
    const reasonRight = reason === drawn.reason;
    const score = valueRight ? (reasonRight ? 1 : RIGHT_VERDICT_WRONG_REASON) : 0;
    return gradeOf(score, { kind: "true-false", value, valueRight, reason, reasonRight });
  },
  solution: ({ answer, reason, reasons }) => ({
    kind: "true-false",
    answer,
    reason,
    whys: whysOf(reasons),
  }),
  modelAnswer: ({ answer, reason }) => ({ kind: "true-false", value: answer, reason }),
  check: ({ reasons }) => [
    ...checkChoices(reasons, "reasons", { fewest: 3 }),
    ...checkOneCorrect(reasons, "reasons"),
  ],
};
