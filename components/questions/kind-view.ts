import type { ReactNode } from "react";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { Kind, TypesByKind } from "@/lib/domain/questions/registry";

/**
 * A function whose parameter TypeScript compares as loosely as a method's: the registry
 * only ever hands a view the drafts that this very view made.
 */
type TakesDraft<Draft> = { take(draft: Draft): void }["take"];

export type AskProps<Body, Draft> = {
  body: Body;
  draft: Draft;
  onChange: TakesDraft<Draft>;
  /** While an answer is on its way. */
  disabled: boolean;
  /** The element that asks the question: what the controls are labelled by. */
  promptId: string;
  /** Whether completion and earlier lines are offered; a quiz may want them away. */
  aids?: boolean;
  /** In a quiz nothing is sent question by question, and others mark what is open. */
  inQuiz?: boolean;
};

/**
 * How one kind of question is asked. Written as methods, so that the view of one kind is
 * a view of "some kind" to the registry.
 */
export type KindView<Body, Draft, Given> = {
  /** Whether the first thing to do is to type: focus then goes to the field. */
  typed: boolean;
  /** What the keys do here, for the help. */
  keys: string;
  /** An answer nobody has begun. */
  start(body: Body): Draft;
  /** What would be sent; null while there is too little to grade. */
  toAnswer(draft: Draft, body: Body): Given | null;
  /** What is worth keeping of a draft, finished or not; null while nothing is. */
  toKeep(draft: Draft, body: Body): Given | null;
  /** The draft that an answer was made of. */
  resume(given: Given, body: Body): Draft;
  /** What a key does outside text fields. Null when it means nothing here. */
  press?(draft: Draft, key: string, body: Body): Draft | null;
  Ask(props: AskProps<Body, Draft>): ReactNode;
};

export type BodyOf<K extends Kind> = TypesByKind[K]["public"];

/** The view that belongs to a kind of `lib/domain/questions`. */
export type ViewOf<K extends Kind, Draft> = KindView<BodyOf<K>, Draft, TypesByKind[K]["answer"]>;

/** What is known of a view when its kind is not. */
export type AnyView = KindView<unknown, unknown, Answer>;
