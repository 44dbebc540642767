/**
 * All right options among several.
 *
 * Score: the share of right options picked, less the share of wrong options picked, at
 * least 0. Ticking every box therefore scores 0, like ticking none.
 */
import { z } from "zod";

import {
  checkChoices,
  ChoiceSchema,
  correctPositions,
  drawChoices,
  textsOf,
  whysOf,
  type DrawnChoice,
} from "@/lib/domain/questions/choices";
import {
  errorAt,
  gradeOf,
  keptAs,
  PositionSchema,
  TextSchema,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const MultipleBodySchema = z.strictObject({ options: z.array(ChoiceSchema).min(2).max(10) });
const MultipleAnswerSchema = z.strictObject({
  kind: z.literal("multiple"),
  picks: z.array(PositionSchema).max(100),
});

const KeptSchema = z.strictObject({ options: z.array(TextSchema).min(1) });

type MultipleTypes = {
  kind: "multiple";
  body: z.output<typeof MultipleBodySchema>;
  /** `also` are other sets of display positions, in their order, that are right as a whole. */
  drawn: { options: DrawnChoice[]; also: number[][] };
  public: { kind: "multiple"; options: string[] };
  answer: z.output<typeof MultipleAnswerSchema>;
  /** `picks` without repetitions; `missed` are right options left out, `wrong` picks that are not right. */
  detail: { kind: "multiple"; picks: number[]; missed: number[]; wrong: number[] };
  solution: { kind: "multiple"; correct: number[]; whys: string[] };
};

export const multiple: QuestionKind<MultipleTypes> = {
  kind: "multiple",
  bodySchema: MultipleBodySchema,
  answerSchema: MultipleAnswerSchema,
  draw: (body, random) => ({ options: drawChoices(body.options, random), also: [] }),
  toPublic: ({ options }) => ({ kind: "multiple", options: textsOf(options) }),
  grade: ({ options, also }, answer) => {
    const picks = [...new Set(answer.picks)].sort((a, b) => a - b);
    const correct = also.find((set) => set.join() === picks.join()) ?? correctPositions(options);
    const missed = correct.filter((position) => !picks.includes(position));
    const wrong = picks.filter((position) => !correct.includes(position));
    const score =
      (correct.length - missed.length) / correct.length -
      wrong.length / Math.max(1, options.length - correct.length);
    return gradeOf(Math.max(0, score), { kind: "multiple", picks, missed, wrong });
  },
  solution: ({ options }) => ({
    kind: "multiple",
    correct: correctPositions(options),
    whys: whysOf(options),
  }),
  alsoRight: {
    keep: ({ options }, { picks }) => {
      const texts = [...new Set(picks)].flatMap((pick) => options[pick]?.text ?? []).sort();
      return texts.length === 0 ? null : { options: texts };
    },
    add: (drawn, kept) => ({
      ...drawn,
      also: keptAs(KeptSchema, kept)
        .map((set) => set.options.map((text) => textsOf(drawn.options).indexOf(text)))
        .filter((set) => set.every((position) => position >= 0))
        .map((set) => set.sort((a, b) => a - b)),
    }),
  },
  modelAnswer: ({ options }) => ({ kind: "multiple", picks: correctPositions(options) }),
  check: ({ options }) => {
    const problems = checkChoices(options, "options", { fewest: 3, most: 6 });
    const correct = options.filter((option) => option.correct).length;
    if (correct === 0) problems.push(errorAt(["options"], "At least one option must be correct"));
    if (correct === options.length) {
      problems.push(errorAt(["options"], "At least one option must be wrong"));
    }
    return problems;
  },
};
