/** What questions of other programs do not say and is filled in, or say and has no place here: each is told. */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { Placed, PlainAnswer, PlainNumber } from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";

export type BodyFields = {
  fields: Fields;
  /** Where parts of the fields stand, by their paths. */
  places: [string, number][];
  found: Found[];
  /** What the answers themselves say that is to be read after any answer. */
  lesson: string;
  /** For a question without general feedback and lesson; "" where nothing can be said. */
  explanation: string;
};

/** Where the question stands in the file, and which of its questions it is. */
export type Context = { at: number; question: number };

export const RIGHT = "This is right.";
export const WRONG = "This is not right.";

export const theAnswer = (text: string): string => `The right answer: ${text}`;

export const isSilent = ({ feedback }: { feedback: Placed }): boolean => feedback.text === "";

export function noFeedback(silent: number, all: number, { at, question }: Context): Found[] {
  if (silent === 0) return [];
  const message = `${silent} of ${all} answers do not say why they are right or wrong`;
  return [found("no-feedback", at, message, { question, severity: "warning" })];
}

export const partialCredit = (answer: PlainAnswer | PlainNumber, { question }: Context): Found =>
  found("partial-credit", answer.at, `An answer worth ${answer.weight} % counts as wrong here`, {
    question,
    severity: "warning",
  });

/** Readers that do not know which question they are in leave that to their callers. */
export const leftOut = (what: string, at: number, context?: Context): Found =>
  found("left-out", at, `Left out: ${what}`, {
    question: context?.question ?? null,
    severity: "warning",
  });

/** Feedback on right answers, each once. */
export const lessonOf = (answers: readonly { feedback: Placed }[]): string =>
  [...new Set(answers.map(({ feedback }) => feedback.text))]
    .filter((text) => text !== "")
    .join("\n\n");
