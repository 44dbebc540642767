/** From a question to one variant of it: parameters filled in, options shuffled. */
import type { CommonContent, ContentOf, QuestionContent } from "@/lib/domain/questions/content";
import { isOfVariant, type KeyAddition } from "@/lib/domain/questions/key-addition";
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
  const written = KIND_REGISTRY[kind].draw(filled, seededRandom(seed, "shuffle"));
  return { kind, content: filled, body: withGained(kind, written, content.also ?? [], values) };
}

function withGained<K extends Kind>(
  kind: K,
  body: TypesByKind[K]["drawn"],
  additions: readonly KeyAddition[],
  values: Draw,
): TypesByKind[K]["drawn"] {
  const own = additions.filter((addition) => isOfVariant(addition, values));
  if (own.length === 0) return body;
  const kept = own.map(({ answer }) => answer);
  return KIND_REGISTRY[kind].alsoRight?.add(body, kept) ?? body;
}

/** The question with these values in place of its parameters, as if it had been written so. */
export function fillContent<K extends Kind>(content: ContentOf<K>, values: Draw): ContentOf<K> {
  if (!content.parameters) return content;
  const filled = fillIn(content, values, KIND_REGISTRY[content.kind].typedKeys);
  // What people typed is no template.
  return content.also ? { ...filled, also: content.also } : filled;
}
