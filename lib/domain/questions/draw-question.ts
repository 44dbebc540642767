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
  const { draw, typedKeys } = KIND_REGISTRY[kind];
  // Ids, sources and the like hold no parameters, and `parameters` itself must stay as it is.
  const filled = content.parameters ? fillIn(content, values, typedKeys) : content;
  return { kind, content: filled, body: draw(filled, seededRandom(seed, "shuffle")) };
}
