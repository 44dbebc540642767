import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import type { AnswerOf } from "@/scripts/demo/write-history";

/** Right answers are the key; wrong ones pick another option where there is one, and give up elsewhere. */
export function simulatedAnswers(
  find: (questionId: string) => { version: number; content: QuestionContent } | undefined,
): AnswerOf {
  const known = new Map<string, ReturnType<AnswerOf>>();
  return (questionId, isRight) => {
    const key = `${questionId} ${isRight}`;
    const made = known.get(key) ?? make(find(questionId), questionId, isRight);
    known.set(key, made);
    return made;
  };
}

function make(
  question: { version: number; content: QuestionContent } | undefined,
  questionId: string,
  isRight: boolean,
): ReturnType<AnswerOf> {
  if (!question) {
    const graded = { outcome: isRight ? "right" : "gave-up", score: isRight ? 1 : 0 };
    return { version: 1, seed: questionId, answer: { kind: "short", gaveUp: true }, graded };
  }
  const { version, content } = question;
  const drawn = drawQuestion(content, questionId);
  const answer = isRight ? modelAnswer(drawn) : wrongAnswer(drawn);
  return { version, seed: questionId, answer, graded: gradeAnswer(drawn, answer) };
}

function wrongAnswer(drawn: DrawnQuestion): Answer {
  if (drawn.kind === "single") {
    return { kind: "single", pick: (drawn.body.correct + 1) % drawn.body.options.length };
  }
  return { kind: drawn.kind, gaveUp: true };
}
