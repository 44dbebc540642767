/** From a question to one variant of it: parameters filled in, options shuffled. */
import type { CommonContent, ContentOf, QuestionContent } from "@/lib/domain/questions/content";
import { drawParameters, fillIn, type Draw } from "@/lib/domain/questions/parameters";
import { KIND_REGISTRY, type Kind, type TypesByKind } from "@/lib/domain/questions/registry";
import { seededRandom } from "@/lib/domain/questions/seeded-random";

export type DrawnOf<K extends Kind> = {
  [P in K]: { kind: P; content: CommonContent; body: TypesByKind[P]["drawn"] };
}[K];

/** One variant, key included: never sent to a browser. */
export type DrawnQuestion = DrawnOf<Kind>;

/** The same question and seed give the same variant, always. */
export function drawQuestion(content: QuestionContent, seed: string): DrawnQuestion {
  return drawWith(content, drawParameters(content.parameters ?? {}, seed), seed);
}

/** The variant with these values; the seed only shuffles. */
export function drawWith<K extends Kind>(
  content: ContentOf<K>,
  values: Draw,
  seed: string,
): DrawnOf<K> {
  const kind: K = content.kind;
  const filled = fillContent(content, values);
  const body = KIND_REGISTRY[kind].draw(filled, seededRandom(seed, "shuffle"));
  return { kind, content: filled, body };
}

/** The question with these values in place of its parameters, as if it had been written so. */
export const fillContent = <K extends Kind>(content: ContentOf<K>, values: Draw): ContentOf<K> =>
  content.parameters ? fillIn(content, values, KIND_REGISTRY[content.kind].typedKeys) : content;
