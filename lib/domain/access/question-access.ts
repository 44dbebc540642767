/**
 * Which questions a learner may study now. One that is withheld from them does not
 * exist for their queue, and neither does its answer.
 */
export type Withheld = ReadonlySet<string>;

export const canStudyQuestion = (questionId: string, withheld: Withheld): boolean =>
  !withheld.has(questionId);

/** The questions of a map, by id, that the learner may study now. */
export function studiable<Q>(
  questions: ReadonlyMap<string, Q>,
  withheld: Withheld,
): ReadonlyMap<string, Q> {
  if (withheld.size === 0) return questions;
  return new Map([...questions].filter(([id]) => canStudyQuestion(id, withheld)));
}
