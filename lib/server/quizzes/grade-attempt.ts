import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { withKeyChange, type KeyChange } from "@/lib/domain/questions/gain-answer";
import { gradeAnswer, parseAnswer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { findVersion } from "@/lib/server/content/catalogue";

export type PinnedQuestion = {
  position: number;
  questionId: string;
  questionVersion: number;
  seed: string;
  points: number;
};

/** `change` is what accepted appeals have made of the key since. */
export type GradeQuestion = (
  question: PinnedQuestion,
  answer: unknown,
  change: KeyChange,
) => GradedAnswer;

/**
 * A grader for pinned questions: their contents are read before, so that a transaction
 * that grades need not wait for another connection.
 */
export async function graderFor(questions: readonly PinnedQuestion[]): Promise<GradeQuestion> {
  const contents = new Map(
    await Promise.all(
      questions.map(async ({ position, questionId, questionVersion }) => {
        const content = await findVersion(questionId, questionVersion);
        if (!content) throw new Error(`${questionId} has no version ${questionVersion}`);
        return [position, content] as const;
      }),
    ),
  );
  return ({ position, seed }, answer, change) => {
    const content = contents.get(position);
    if (!content) throw new Error(`No question was pinned at position ${position}`);
    const given = parseAnswer(content.kind, answer);
    // What was left blank, or is no answer to this kind of question, is worth nothing.
    if (!given) return { outcome: "gave-up", score: 0, detail: { kind: "gave-up" } };
    return gradeAnswer(drawQuestion(withKeyChange(content, change), seed), given);
  };
}
