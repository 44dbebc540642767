import type { QuestionContent } from "@/lib/domain/questions/content";
import {
  drawQuestion,
  type DrawnOf,
  type DrawnQuestion,
} from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import type { Kind } from "@/lib/domain/questions/registry";
import type { AnswerOf } from "@/scripts/demo/write-history";

/** So many different wrong answers to a question are given, the first most often. */
export const WRONG_TURNS = 3;

/** Right answers are the key; wrong ones are those that learners give. */
export function simulatedAnswers(
  find: (questionId: string) => { version: number; content: QuestionContent } | undefined,
): AnswerOf {
  const known = new Map<string, ReturnType<AnswerOf>>();
  return (questionId, isRight, turn) => {
    const key = isRight ? questionId : `${questionId} ${turn % WRONG_TURNS}`;
    const made = known.get(key) ?? make(find(questionId), questionId, isRight ? null : turn);
    known.set(key, made);
    return made;
  };
}

function make(
  question: { version: number; content: QuestionContent } | undefined,
  questionId: string,
  wrongTurn: number | null,
): ReturnType<AnswerOf> {
  if (!question) {
    const isRight = wrongTurn === null;
    const graded = { outcome: isRight ? "right" : "gave-up", score: isRight ? 1 : 0 };
    return { version: 1, seed: questionId, answer: { kind: "short", gaveUp: true }, graded };
  }
  const { version, content } = question;
  const drawn = drawQuestion(content, questionId);
  const answer = wrongTurn === null ? modelAnswer(drawn) : wrongAnswer(drawn, wrongTurn, content);
  return { version, seed: questionId, answer, graded: gradeAnswer(drawn, answer) };
}

/** An answer that is not right: a mistake that the question knows where it knows any. */
export function wrongAnswer(drawn: DrawnQuestion, turn: number, content: QuestionContent): Answer {
  const answer = mistake(drawn, turn % WRONG_TURNS, content);
  return gradeAnswer(drawn, answer).outcome === "right"
    ? { kind: drawn.kind, gaveUp: true }
    : answer;
}

/** A usual mistake of each kind; null where nothing but giving up comes to mind. */
const MISTAKES: {
  [K in Kind]: (drawn: DrawnOf<K>, turn: number, content: QuestionContent) => Answer | null;
} = {
  single: ({ body: { options, correct } }, turn) => ({
    kind: "single",
    pick: otherThan(correct, options, turn),
  }),
  multiple: ({ body: { options } }, turn) => ({
    kind: "multiple",
    picks: options.map((_, index) => index).slice(turn, turn + 2),
  }),
  "true-false": ({ body: { answer, reason, reasons } }, turn) =>
    turn === 0
      ? { kind: "true-false", value: answer, reason: otherThan(reason, reasons, turn) }
      : { kind: "true-false", value: !answer, reason },
  short: ({ body }, turn) =>
    turn === 2 ? null : { kind: "short", text: nearText(body.near, turn) },
  number: wrongNumber,
  blanks: (drawn, turn) => {
    const { values } = modelAnswer(drawn);
    const [first = "", second = first] = Object.keys(values);
    return { kind: "blanks", values: { ...values, [turn === 0 ? first : second]: "default" } };
  },
  match: (drawn, turn) => ({ kind: "match", rights: swapped(modelAnswer(drawn).rights, turn) }),
  order: (drawn, turn) => ({ kind: "order", order: swapped(modelAnswer(drawn).order, turn) }),
  kubectl: (_drawn, turn, content) => {
    const near = content.kind === "kubectl" ? content.nearMisses[turn]?.answer : undefined;
    return near === undefined || near.includes("{{") ? null : { kind: "kubectl", text: near };
  },
  open: () => null,
};

const mistake = <K extends Kind>(
  drawn: DrawnOf<K>,
  turn: number,
  content: QuestionContent,
): Answer => MISTAKES[drawn.kind](drawn, turn, content) ?? { kind: drawn.kind, gaveUp: true };

const otherThan = (right: number, of: readonly unknown[], turn: number): number =>
  of.map((_, index) => index).filter((index) => index !== right)[turn % (of.length - 1)] ?? 0;

const nearText = (near: readonly { text: string }[], turn: number): string =>
  near[turn % Math.max(1, near.length)]?.text ?? "no idea";

function wrongNumber(drawn: DrawnOf<"number">, turn: number): Answer {
  const right = modelAnswer(drawn);
  const near = drawn.body.near[turn];
  if (near && right.value !== undefined) return { kind: "number", value: near.from };
  const moved = (value: number) => value + 10 ** turn;
  return right.value === undefined
    ? { kind: "number", from: moved(right.from ?? 0), to: moved(right.to ?? 0) }
    : { kind: "number", value: moved(right.value) };
}

function swapped<T>(values: readonly T[], turn: number): T[] {
  const [at, next] = [turn % values.length, (turn + 1) % values.length];
  return values.map((value, index) =>
    index === at ? (values[next] ?? value) : index === next ? (values[at] ?? value) : value,
  );
}
