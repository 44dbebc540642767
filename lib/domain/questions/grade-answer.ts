/** Judges an answer to one variant of a question. */
import { z } from "zod";

import type { DrawnOf, DrawnQuestion } from "@/lib/domain/questions/draw-question";
import type { Grade } from "@/lib/domain/questions/question-kind";
import {
  isKind,
  KIND_REGISTRY,
  type Kind,
  type TypesByKind,
} from "@/lib/domain/questions/registry";

export type AnswerOf<K extends Kind> = TypesByKind[K]["answer"];
export type GaveUp = { kind: Kind; gaveUp: true };
export type Answer = AnswerOf<Kind> | GaveUp;

export type DetailOf<K extends Kind> = TypesByKind[K]["detail"];
export type Detail = DetailOf<Kind> | { kind: "gave-up" };

/** `detail.kind` is the question's kind, or "gave-up". */
export type GradedAnswer = Grade<Detail>;

const GaveUpSchema = z.strictObject({ kind: z.string(), gaveUp: z.literal(true) });

/** The answer if `data` is one to a question of this kind, or else null. */
export function parseAnswer(kind: Kind, data: unknown): Answer | null {
  if (typeof data === "object" && data !== null && "gaveUp" in data) {
    return GaveUpSchema.safeParse(data).data?.kind === kind ? { kind, gaveUp: true } : null;
  }
  return KIND_REGISTRY[kind].answerSchema.safeParse(data).data ?? null;
}

/** Throws a RangeError when the answer is one to another kind of question: `parseAnswer` first. */
export function gradeAnswer(drawn: DrawnQuestion, answer: Answer): GradedAnswer {
  if ("gaveUp" in answer) return { outcome: "gave-up", score: 0, detail: { kind: "gave-up" } };
  if (!isKind(answer.kind) || !answers(drawn, answer)) {
    throw new RangeError(
      `An answer of kind ${answer.kind} to ${drawn.content.id}, of kind ${drawn.kind}`,
    );
  }
  return grade(drawn, answer);
}

/** An answer that is graded right: the key as a learner would give it. */
export function modelAnswer<K extends Kind>(drawn: DrawnOf<K>): AnswerOf<K> {
  return KIND_REGISTRY[drawn.kind].modelAnswer(drawn.body);
}

const answers = <K extends Kind>(
  drawn: DrawnOf<K>,
  answer: AnswerOf<Kind>,
): answer is AnswerOf<K> => answer.kind === drawn.kind;

const grade = <K extends Kind>(drawn: DrawnOf<K>, answer: AnswerOf<K>): Grade<DetailOf<K>> =>
  KIND_REGISTRY[drawn.kind].grade(drawn.body, answer);
