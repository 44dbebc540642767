/** Typed texts that are right, and known wrong ones with their feedback: for `short` and `blanks`. */
import { checkDistinct } from "@/lib/domain/questions/choices";
import { normaliseText } from "@/lib/domain/questions/normalise-text";
import { errorAt, type Problem } from "@/lib/domain/questions/question-kind";

export type AcceptedText = {
  accepted: readonly string[];
  near: readonly { text: string; why: string }[];
  caseSensitive: boolean;
};

export type JudgedText = {
  right: boolean;
  /** Right but for capital letters, where these matter. */
  caseOnly: boolean;
  /** Feedback on a known wrong answer. */
  why: string | null;
};

export function judgeText(field: AcceptedText, typed: string): JudgedText {
  const matches = (text: string, caseSensitive: boolean): boolean =>
    normaliseText(text, { caseSensitive }) === normaliseText(typed, { caseSensitive });

  if (field.accepted.some((text) => matches(text, field.caseSensitive))) {
    return { right: true, caseOnly: false, why: null };
  }
  const near =
    field.near.find(({ text }) => matches(text, true)) ??
    field.near.find(({ text }) => matches(text, false));
  return {
    right: false,
    caseOnly: field.accepted.some((text) => matches(text, false)),
    why: near?.why ?? null,
  };
}

/** `path` is where the field's `accepted` and `near` stand. */
export function checkAcceptedText(field: AcceptedText, path: Problem["path"]): Problem[] {
  const normal = (text: string): string => normaliseText(text, field);
  const problems = checkDistinct(field.accepted.map(normal), (index) => [
    ...path,
    "accepted",
    index,
  ]);
  field.accepted.forEach((text, index) => {
    if (normal(text) === "") {
      problems.push(
        errorAt([...path, "accepted", index], "Nothing is left of this text once normalised"),
      );
    }
  });
  field.near.forEach(({ text }, index) => {
    if (field.accepted.some((accepted) => normal(accepted) === normal(text))) {
      problems.push(
        errorAt([...path, "near", index, "text"], "This wrong answer is also accepted"),
      );
    }
  });
  return problems;
}
