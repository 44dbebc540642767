/**
 * A question to answer in one's own words. Nobody but the learner judges it: they compare
 * their text with a model answer and tick its marking points. Keywords found in the text
 * tick a point beforehand.
 */
import { z } from "zod";

import { plainText } from "@/lib/domain/questions/normalise-text";
import { TextSchema, warningAt, type QuestionKind } from "@/lib/domain/questions/question-kind";

const OpenBodySchema = z.strictObject({
  modelAnswer: TextSchema,
  marks: z
    .array(
      z.strictObject({ text: TextSchema, keywords: z.array(TextSchema).min(1).exactOptional() }),
    )
    .min(1)
    .max(20),
  doNotAccept: z.array(z.strictObject({ text: TextSchema, why: TextSchema })).exactOptional(),
});
const OpenAnswerSchema = z.strictObject({
  kind: z.literal("open"),
  text: z.string().max(10_000),
  marks: z.array(z.boolean()).max(50).exactOptional(),
});

type Body = z.output<typeof OpenBodySchema>;

type OpenTypes = {
  kind: "open";
  body: Body;
  drawn: Body;
  public: { kind: "open" };
  answer: z.output<typeof OpenAnswerSchema>;
  /** One entry per marking point: what the keywords suggest, and the learner's own ticks once given. */
  detail: { kind: "open"; text: string; suggested: boolean[]; marks: boolean[] | null };
  solution: {
    kind: "open";
    modelAnswer: string;
    marks: string[];
    doNotAccept: { text: string; why: string }[];
  };
};

export const open: QuestionKind<OpenTypes> = {
  kind: "open",
  bodySchema: OpenBodySchema,
  answerSchema: OpenAnswerSchema,
  draw: (body) => body,
  toPublic: () => ({ kind: "open" }),
  grade: (drawn, answer) => {
    const suggested = drawn.marks.map(({ keywords = [] }) => mentionsAny(answer.text, keywords));
    const marks = answer.marks
      ? drawn.marks.map((_, index) => answer.marks?.[index] ?? false)
      : null;
    const score = marks && marks.filter(Boolean).length / marks.length;
    return {
      outcome: "self-mark",
      score,
      detail: { kind: "open", text: answer.text, suggested, marks },
    };
  },
  solution: ({ modelAnswer, marks, doNotAccept = [] }) => ({
    kind: "open",
    modelAnswer,
    marks: marks.map((mark) => mark.text),
    doNotAccept: [...doNotAccept],
  }),
  modelAnswer: ({ modelAnswer, marks }) => ({
    kind: "open",
    text: modelAnswer,
    marks: marks.map(() => true),
  }),
  check: ({ marks, modelAnswer }) =>
    marks.flatMap(({ keywords }, index) =>
      keywords && !mentionsAny(modelAnswer, keywords)
        ? [
            warningAt(
              ["marks", index, "keywords"],
              "The model answer itself holds none of these keywords",
            ),
          ]
        : [],
    ),
};

/** A keyword counts at the start of a word, so that "authoriz" finds "authorization" but "rest" not "interest". */
function mentionsAny(text: string, keywords: readonly string[]): boolean {
  const words = ` ${wordsOf(text)}`;
  return keywords.some((keyword) => words.includes(` ${wordsOf(keyword)}`));
}

const wordsOf = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
