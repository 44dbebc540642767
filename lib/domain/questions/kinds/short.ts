/** A word or a few, typed. */
import { z } from "zod";

import {
  checkAcceptedText,
  judgeText,
  type AcceptedText,
} from "@/lib/domain/questions/accepted-text";
import {
  gradeOf,
  keptAs,
  NearMissSchema,
  TextSchema,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const ShortBodySchema = z.strictObject({
  accepted: z.array(TextSchema).min(1),
  caseSensitive: z.boolean().exactOptional(),
  near: z.array(NearMissSchema).exactOptional(),
});
const ShortAnswerSchema = z.strictObject({
  kind: z.literal("short"),
  text: z.string().max(10_000),
});

const KeptSchema = z.strictObject({ text: TextSchema });

type Body = z.output<typeof ShortBodySchema>;

type ShortTypes = {
  kind: "short";
  body: Body;
  drawn: AcceptedText;
  public: { kind: "short"; caseSensitive: boolean };
  answer: z.output<typeof ShortAnswerSchema>;
  /** `why` is the feedback on a known wrong answer; `caseOnly` says that only capital letters are wrong. */
  detail: { kind: "short"; text: string; right: boolean; caseOnly: boolean; why: string | null };
  solution: { kind: "short"; accepted: string[] };
};

const fieldOf = (body: Body): AcceptedText => ({
  accepted: body.accepted,
  near: body.near ?? [],
  caseSensitive: body.caseSensitive ?? false,
});

export const short: QuestionKind<ShortTypes> = {
  kind: "short",
  bodySchema: ShortBodySchema,
  answerSchema: ShortAnswerSchema,
  draw: fieldOf,
  toPublic: ({ caseSensitive }) => ({ kind: "short", caseSensitive }),
  grade: (drawn, { text }) => {
    const judged = judgeText(drawn, text);
    return gradeOf(judged.right ? 1 : 0, { kind: "short", text, ...judged });
  },
  solution: ({ accepted }) => ({ kind: "short", accepted: [...accepted] }),
  alsoRight: {
    keep: (_drawn, { text }) => ({ text }),
    add: (drawn, kept) => ({
      ...drawn,
      accepted: [...drawn.accepted, ...keptAs(KeptSchema, kept).map(({ text }) => text)],
    }),
  },
  modelAnswer: ({ accepted }) => ({ kind: "short", text: accepted[0] ?? "" }),
  check: (body) => checkAcceptedText(fieldOf(body), []),
};
