/**
 * What a kind of question is: a module with the fields of its YAML, and five pure
 * functions over them.
 *
 *   body (as written) → draw → drawn (one variant, shuffled) → toPublic / grade / solution
 *
 * Everything a browser sees counts options by display position, their place after the
 * shuffle; the order in the file never leaves the server before the answer.
 */
import { z } from "zod";

import type { Random } from "@/lib/domain/questions/seeded-random";

export const OUTCOMES = [
  "right",
  "right-with-extras",
  "partly",
  "wrong",
  "gave-up",
  "cannot-judge",
  "self-mark",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How bad a problem is: an `error` keeps all questions from being loaded; a `flaw` must be
 * mended too, but a server need not stand still for it; a `warning` asks for a second look.
 */
export type Severity = "error" | "flaw" | "warning";

/** What is wrong with a question, and where in its YAML. */
export type Problem = {
  path: readonly (string | number)[];
  message: string;
  severity: Severity;
};

/** `score` is 0 to 1, or null where only the learner can judge. */
export type Grade<Detail> = { outcome: Outcome; score: number | null; detail: Detail };

/** The types a kind is made of. */
export type KindTypes = {
  kind: string;
  /** The kind's own fields of the YAML. */
  body: object;
  /** One variant: parameters filled in, options in display order. */
  drawn: object;
  /** What a browser gets before the answer. */
  public: { kind: string };
  answer: { kind: string };
  /** What the grader says of one answer. */
  detail: { kind: string };
  /** The key, shown after the answer. */
  solution: { kind: string };
};

export type QuestionKind<T extends KindTypes> = {
  kind: T["kind"];
  bodySchema: z.ZodType<T["body"]>;
  answerSchema: z.ZodType<T["answer"]> & z.core.$ZodTypeDiscriminable;
  draw: (body: T["body"], random: Random) => T["drawn"];
  toPublic: (drawn: T["drawn"]) => T["public"];
  grade: (drawn: T["drawn"], answer: T["answer"]) => Grade<T["detail"]>;
  solution: (drawn: T["drawn"]) => T["solution"];
  /** An answer that must be graded right, from the drawn variant; null when there is none (open). */
  modelAnswer: (drawn: T["drawn"]) => T["answer"];
  /** What the schema cannot say of the fields as they are written. */
  check: (body: T["body"]) => Problem[];
  /** What holds only of a variant, and is looked at for several of them. */
  checkDrawn?: (drawn: T["drawn"]) => Problem[];
  /**
   * For kinds whose key may gain an answer that turned out to be right: how it is kept, so
   * that no shuffle moves it, and the variant with such answers. What does not fit the
   * variant any more is passed over.
   */
  alsoRight?: {
    keep: (drawn: T["drawn"], answer: T["answer"]) => object | null;
    add: (drawn: T["drawn"], kept: readonly unknown[]) => T["drawn"];
  };
  /** Keys below which `{{name}}` alone keeps the type of its value, so that a manifest's numbers stay numbers. */
  typedKeys?: readonly string[];
};

/** Outcome of a score where part of an answer counts. */
function outcomeOf(score: number): Outcome {
  if (score >= 1) return "right";
  return score <= 0 ? "wrong" : "partly";
}

/** Those of the kept answers that have this shape. */
export const keptAs = <S extends z.ZodType>(schema: S, kept: readonly unknown[]): z.output<S>[] =>
  kept.flatMap((one) => {
    const read = schema.safeParse(one);
    return read.success ? [read.data] : [];
  });

/** A grade whose outcome follows from its score. */
export const gradeOf = <Detail>(score: number, detail: Detail): Grade<Detail> => ({
  outcome: outcomeOf(score),
  score,
  detail,
});

export const errorAt = (path: Problem["path"], message: string): Problem => ({
  path,
  message,
  severity: "error",
});

export const flawAt = (path: Problem["path"], message: string): Problem => ({
  path,
  message,
  severity: "flaw",
});

export const warningAt = (path: Problem["path"], message: string): Problem => ({
  path,
  message,
  severity: "warning",
});

/** Markdown or plain text that must say something. */
export const TextSchema = z.string().trim().min(1);

/** A display position in an answer; larger than any real list, as clients may send anything. */
export const PositionSchema = z.int().min(0).max(99);

/** A wrong answer that many give, and what to say to it. */
export const NearMissSchema = z.strictObject({ text: TextSchema, why: TextSchema });
