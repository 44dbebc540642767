/** What `npm run bench:study` asks: the application, and the floors with the same statements. */
import { encode } from "next-auth/jwt";
import { v7 as uuidV7 } from "uuid";

import type { Call } from "@/scripts/bench/load";
import { learnerId, SMALL, type Group } from "@/scripts/bench/study-data";
import type { Statement } from "@/scripts/bench/study-statements";

export const SECRET = "a secret for benchmarks only";
export const CONNECTIONS = 32;

/** Answers that any question of the kind takes. */
export const ANSWERS: Record<string, object> = {
  single: { kind: "single", pick: 0 },
  multiple: { kind: "multiple", picks: [0] },
  "true-false": { kind: "true-false", value: true, reason: 0 },
  short: { kind: "short", text: "Pending" },
  kubectl: { kind: "kubectl", text: "kubectl get pods -n web -l app=api" },
};

export type Question = { id: string; kind: string };
export type Target = {
  name: string;
  port: number;
  next: (connection: number, turn: number) => Call;
};

export type Caught = {
  answer: Statement & { sample: { userId: string; questionId: string; reviewId: string } };
  queue: Statement;
  /** As the application sends it, for the query plans. */
  read: Statement;
};

const cookieOf = async (userId: string): Promise<string> =>
  `reconcile.session=${await encode({ token: { sub: userId, sessionVersion: 0 }, secret: SECRET })}`;

/** All take their turns, however many connections there are: nobody answers hundreds of questions a day. */
const learnerAt = (learners: number, connection: number, turn: number): number =>
  1 + ((connection * Math.ceil(learners / CONNECTIONS) + turn) % learners);

/** What the application is asked by so many learners of the group, one question after the other. */
export async function product(group: Group, learners: number, questions: Question[], port: number) {
  const cookies = await Promise.all(
    Array.from({ length: learners }, (_, number) => cookieOf(learnerId(group, number + 1))),
  );
  const call = (path: string, body: (connection: number, turn: number) => object): Target => ({
    name: path,
    port,
    next: (connection, turn) => ({
      path,
      cookie: cookies[learnerAt(learners, connection, turn) - 1] ?? "",
      body: JSON.stringify(body(connection, turn)),
    }),
  });
  return {
    answers: call("/api/v1/study/answers", (connection, turn) => {
      const { id, kind } = questionAt(questions, connection, turn);
      const ticket = { questionId: id, version: 1, occurrence: turn };
      return { id: uuidV7(), ticket, answer: ANSWERS[kind], durationMs: 8_000 };
    }),
    queue: call("/api/v1/study/queue", () => ({ limit: 12 })),
  };
}

/** The same statements without the application around them. */
export function floor(
  name: string,
  port: number,
  path: string,
  statements: Caught,
  questions: Question[],
) {
  const { answer, queue } = statements;
  const learner = (connection: number, turn: number): string =>
    learnerId(SMALL, learnerAt(SMALL.learners, connection, turn));
  const at = (userId: string, questionId: string, id: string) => (value: unknown) => {
    if (value === answer.sample.userId) return userId;
    if (value === answer.sample.questionId) return questionId;
    return value === answer.sample.reviewId ? id : value;
  };
  return {
    answers: {
      name,
      port,
      next: (connection: number, turn: number): Call => {
        const { id } = questionAt(questions, connection, turn);
        const replaced = at(learner(connection, turn), id, uuidV7());
        return { path: `${path}/answer`, body: JSON.stringify(answer.values.map(replaced)) };
      },
    },
    queue: {
      name,
      port,
      next: (connection: number, turn: number): Call => {
        const replaced = at(learner(connection, turn), "", "");
        return { path: `${path}/queue`, body: JSON.stringify(queue.values.map(replaced)) };
      },
    },
  };
}

const questionAt = (questions: Question[], connection: number, turn: number): Question =>
  questions[(connection * 7 + turn) % questions.length] ?? { id: "", kind: "single" };
