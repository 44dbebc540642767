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
import {
  gradeOf,
  keptAs,
  PositionSchema,
  TextSchema,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const SingleBodySchema = z.strictObject({ options: z.array(ChoiceSchema).min(2).max(8) });
const SingleAnswerSchema = z.strictObject({ kind: z.literal("single"), pick: PositionSchema });

const KeptSchema = z.strictObject({ option: TextSchema });

type SingleTypes = {
  kind: "single";
  body: z.output<typeof SingleBodySchema>;
  /** `also` are display positions of options that are right too. */
  drawn: { options: DrawnChoice[]; correct: number; also: number[] };
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
    return { options, correct: correctPositions(options)[0] ?? -1, also: [] };
  },
  toPublic: ({ options }) => ({ kind: "single", options: textsOf(options) }),
  grade: ({ correct, also }, { pick }) => {
    const right = pick === correct || also.includes(pick);
    return gradeOf(right ? 1 : 0, { kind: "single", pick, right });
  },
  solution: ({ options, correct }) => ({ kind: "single", correct, whys: whysOf(options) }),
  alsoRight: {
    keep: ({ options }, { pick }) => {
      const option = options[pick]?.text;
      return option === undefined ? null : { option };
    },
    add: (drawn, kept) => ({
      ...drawn,
      also: keptAs(KeptSchema, kept)
        .map(({ option }) => textsOf(drawn.options).indexOf(option))
        .filter((position) => position >= 0),
    }),
  },
  modelAnswer: ({ correct }) => ({ kind: "single", pick: correct }),
  check: ({ options }) => [
    ...checkChoices(options, "options", { fewest: 3 }),
    ...checkOneCorrect(options, "options"),
  ],
};
