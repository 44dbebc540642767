/** From a question to one variant of it: parameters filled in, options shuffled. */
import type { CommonContent, ContentOf, QuestionContent } from "@/lib/domain/questions/content";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
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

/** Most questions have fewer variants; of the others those asked last are kept. */
const MOST_VARIANTS = 12;
/** Variants of a question by their values: filling a question in takes longer than grading it. */
const variants = new WeakMap<object, LeastRecentlyUsed<string, unknown>>();

/**
 * The question with these values in place of its parameters, as if it had been written so:
 * mostly the very same object for the same values, so that what is known of it stays known.
 */
export function fillContent<K extends Kind>(content: ContentOf<K>, values: Draw): ContentOf<K> {
  if (!content.parameters) return content;
  const kept = variants.get(content) ?? new LeastRecentlyUsed<string, unknown>(MOST_VARIANTS);
  variants.set(content, kept);
  const key = JSON.stringify(values);
  const known = kept.get(key) as ContentOf<K> | undefined;
  if (known) return known;
  const filled = fill(content, values);
  kept.set(key, filled);
  return filled;
}

function fill<K extends Kind>(content: ContentOf<K>, values: Draw): ContentOf<K> {
  const filled = fillIn(content, values, KIND_REGISTRY[content.kind].typedKeys);
  // What people typed is no template.
  return content.also ? { ...filled, also: content.also } : filled;
}
