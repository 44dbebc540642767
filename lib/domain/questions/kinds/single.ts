/** One right option among several. */
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

const SingleBodySchema = z.strictObject({ options: z.array(ChoiceSchema).min(2).max(8) });
const SingleAnswerSchema = z.strictObject({ kind: z.literal("single"), pick: PositionSchema });

type SingleTypes = {
  kind: "single";
  body: z.output<typeof SingleBodySchema>;
  drawn: { options: DrawnChoice[]; correct: number };
  public: { kind: "single"; options: string[] };
  answer: z.output<typeof SingleAnswerSchema>;
  detail: { kind: "single"; pick: number; right: boolean };
  solution: { kind: "single"; correct: number; whys: string[] };
};

export const single: QuestionKind<SingleTypes> = {
  kind: "single",
  bodySchema: SingleBodySchema,
  answerSchema: SingleAnswerSchema,
  draw: (body, random) => {
    const options = drawChoices(body.options, random);
    return { options, correct: correctPositions(options)[0] ?? -1 };
  },
  toPublic: ({ options }) => ({ kind: "single", options: textsOf(options) }),
  grade: ({ correct }, { pick }) => {
    const right = pick === correct;
    return gradeOf(right ? 1 : 0, { kind: "single", pick, right });
  },
  solution: ({ options, correct }) => ({ kind: "single", correct, whys: whysOf(options) }),
  modelAnswer: ({ correct }) => ({ kind: "single", pick: correct }),
  check: ({ options }) => [
    ...checkChoices(options, "options", { fewest: 3 }),
    ...checkOneCorrect(options, "options"),
  ],
};
