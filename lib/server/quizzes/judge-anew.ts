import { isDeepStrictEqual } from "node:util";

import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, parseAnswer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { drawParameters } from "@/lib/domain/questions/parameters";
import { toPublic } from "@/lib/domain/questions/to-public";

const NO_VERSION = 0;

/**
 * What a newer key says of an answer; null when it cannot tell, because the newer
 * question would have been shown differently: its options moved, or it draws other values.
 * Its prompt may be put in other words.
 */
export function judgeAnew(
  asked: QuestionContent,
  newer: QuestionContent,
  seed: string,
  answer: unknown,
): GradedAnswer | null {
  const drawn = drawQuestion(newer, seed);
  if (newer !== asked) {
    const wasShown = toPublic(drawQuestion(asked, seed), NO_VERSION);
    if (!isDeepStrictEqual(toPublic(drawn, NO_VERSION).body, wasShown.body)) return null;
    if (!isDeepStrictEqual(valuesIn(newer, seed), valuesIn(asked, seed))) return null;
  }
  const given = parseAnswer(newer.kind, answer);
  if (!given) return { outcome: "gave-up", score: 0, detail: { kind: "gave-up" } };
  return gradeAnswer(drawn, given);
}

const valuesIn = ({ parameters = {} }: QuestionContent, seed: string) =>
  drawParameters(parameters, seed);
