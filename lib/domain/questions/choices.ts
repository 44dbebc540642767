/** Options to pick from: their format, their shuffle and their checks, for all kinds that have them. */
import { z } from "zod";

import {
  errorAt,
  flawAt,
  TextSchema,
  warningAt,
  type Problem,
} from "@/lib/domain/questions/question-kind";
import type { Random } from "@/lib/domain/questions/seeded-random";

export const ChoiceSchema = z.strictObject({
  text: TextSchema,
  correct: z.boolean().exactOptional(),
  why: TextSchema,
});
export type Choice = z.output<typeof ChoiceSchema>;

/** An option of a drawn question; its place in the list is its display position. */
export type DrawnChoice = { text: string; correct: boolean; why: string };

export const drawChoices = (choices: readonly Choice[], random: Random): DrawnChoice[] =>
  random
    .shuffled(choices)
    .map(({ text, correct, why }) => ({ text, correct: correct === true, why }));

export const textsOf = (choices: readonly { text: string }[]): string[] =>
  choices.map((choice) => choice.text);

export const whysOf = (choices: readonly DrawnChoice[]): string[] =>
  choices.map((choice) => choice.why);

/** Display positions of the right options. */
export const correctPositions = (choices: readonly DrawnChoice[]): number[] =>
  choices.flatMap((choice, position) => (choice.correct ? [position] : []));

const MOST_CHOICES = 5;

/** `field` is where the list stands in the question. */
export function checkChoices(
  choices: readonly Choice[],
  field: string,
  bounds: { fewest: number; most?: number },
): Problem[] {
  const { fewest, most = MOST_CHOICES } = bounds;
  const problems = checkDistinct(textsOf(choices), (index) => [field, index, "text"]);
  if (choices.length < fewest) {
    // Two can be asked, as other programs do; the verdict is a coin toss then.
    problems.push(flawAt([field], `Give at least ${fewest} options`));
  }
  if (choices.length > most) {
    problems.push(warningAt([field], `More than ${most} options are hard to weigh`));
  }
  return problems;
}

/** Exactly one option may be right. */
export function checkOneCorrect(choices: readonly Choice[], field: string): Problem[] {
  const count = choices.filter((choice) => choice.correct).length;
  return count === 1
    ? []
    : [errorAt([field], `Exactly one option must be correct, here ${count} are`)];
}

/** Two texts that look the same cannot be told apart by a learner. */
export function checkDistinct(
  texts: readonly string[],
  pathOf: (index: number) => Problem["path"],
): Problem[] {
  const seen = new Map<string, number>();
  return texts.flatMap((text, index) => {
    const key = text.trim();
    const first = seen.get(key);
    if (first !== undefined) {
      return [errorAt(pathOf(index), `The same text as number ${first + 1} of this list`)];
    }
    seen.set(key, index);
    return [];
  });
}
