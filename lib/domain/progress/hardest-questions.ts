import type { RecallAttempt } from "@/lib/domain/progress/recall-attempts";

export type HardQuestion = { questionId: string; attempts: number; forgotten: number };

/** The questions that were forgotten most often, and of those the ones with the fewest recalls. */
export function hardestQuestions(
  attempts: readonly Pick<RecallAttempt, "questionId" | "recalled">[],
  most: number,
): HardQuestion[] {
  const questions = new Map<string, HardQuestion>();
  for (const { questionId, recalled } of attempts) {
    const known = questions.get(questionId) ?? { questionId, attempts: 0, forgotten: 0 };
    known.attempts += 1;
    known.forgotten += recalled ? 0 : 1;
    questions.set(questionId, known);
  }
  return [...questions.values()]
    .filter(({ forgotten }) => forgotten > 0)
    .sort(
      (a, b) =>
        b.forgotten - a.forgotten ||
        a.attempts - b.attempts ||
        (a.questionId < b.questionId ? -1 : 1),
    )
    .slice(0, most);
}
