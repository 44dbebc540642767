/** From an answer that was found right after all to an addition to the question's key. */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnOf } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, type Answer, type AnswerOf } from "@/lib/domain/questions/grade-answer";
import {
  valuesOf,
  withAdditions,
  withoutAdditions,
  type KeyAddition,
} from "@/lib/domain/questions/key-addition";
import { drawParameters } from "@/lib/domain/questions/parameters";
import { KIND_REGISTRY, type Kind } from "@/lib/domain/questions/registry";

/** The question with more answers that are right. */
export const withAlso = (
  content: QuestionContent,
  additions: readonly KeyAddition[],
): QuestionContent =>
  additions.length === 0
    ? content
    : { ...content, also: withAdditions(content.also ?? [], additions) };

function withoutAlso(content: QuestionContent, additions: readonly KeyAddition[]): QuestionContent {
  const { also = [], ...rest } = content;
  const kept = withoutAdditions(also, additions);
  if (kept.length === also.length) return content;
  return kept.length === 0 ? rest : { ...rest, also: kept };
}

/** What accepted appeals, and acceptances taken back, make of a question's key. */
export type KeyChange = { added: readonly KeyAddition[]; withdrawn: readonly KeyAddition[] };

export const NO_KEY_CHANGE: KeyChange = { added: [], withdrawn: [] };

/** The question itself where its key says so already. What was accepted again after it was withdrawn is right. */
export const withKeyChange = (
  content: QuestionContent,
  { added, withdrawn }: KeyChange,
): QuestionContent => withAlso(withoutAlso(content, withdrawn), added);

/**
 * What makes this answer to a variant right, and every answer that is the same to the
 * grader; null where the kind has no such thing, where the grader could not judge it even
 * then, and where it is right already.
 */
export function gainAnswer(
  content: QuestionContent,
  seed: string,
  answer: Answer,
): KeyAddition | null {
  if ("gaveUp" in answer || answer.kind !== content.kind) return null;
  const drawn = drawQuestion(content, seed);
  if (gradeAnswer(drawn, answer).outcome === "right") return null;
  const kept = keep(drawn, answer);
  if (!kept) return null;
  const values = valuesOf(drawParameters(content.parameters ?? {}, seed));
  const addition: KeyAddition = { values, answer: { ...kept } };
  const after = gradeAnswer(drawQuestion(withAlso(content, [addition]), seed), answer);
  return after.outcome === "right" ? addition : null;
}

const keep = <K extends Kind>(drawn: DrawnOf<K>, answer: AnswerOf<Kind>): object | null =>
  KIND_REGISTRY[drawn.kind].alsoRight?.keep(drawn.body, answer) ?? null;
