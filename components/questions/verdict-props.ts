import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { Kind, TypesByKind } from "@/lib/domain/questions/registry";

type VerdictProps<Body, Given, Detail, Solution> = {
  body: Body;
  /** Null when the learner gave up. */
  given: { answer: Given; detail: Detail } | null;
  solution: Solution;
  /** Ticks on the marking points of an open answer, once there are any. */
  marks: boolean[] | null;
  /** Null to whoever does not judge it: they read what somebody else has ticked. */
  onMarks: ((marks: boolean[]) => void) | null;
};

export type VerdictPropsOf<K extends Kind> = VerdictProps<
  TypesByKind[K]["public"],
  TypesByKind[K]["answer"],
  TypesByKind[K]["detail"],
  TypesByKind[K]["solution"]
>;

/** What is known of a verdict when its kind is not. */
export type AnyVerdictProps = VerdictProps<unknown, Answer, unknown, unknown>;
