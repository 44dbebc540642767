/** What `npm run bench:study` asks: the application, and the floors with the same statements. */
import { encode } from "next-auth/jwt";
import { v7 as uuidV7 } from "uuid";

import type { Kind } from "@/lib/domain/questions/registry";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";
import type { Call } from "@/scripts/bench/load";
import { learnerId, SMALL, type Group } from "@/scripts/bench/study-data";
import type { Statement } from "@/scripts/bench/study-statements";

export const SECRET = "a secret for benchmarks only";
export const CONNECTIONS = 32;

/** Answers that any question of the kind takes. */
export const ANSWERS: Record<Kind, object> = {
  single: { kind: "single", pick: 0 },
  multiple: { kind: "multiple", picks: [0] },
  "true-false": { kind: "true-false", value: true, reason: 0 },
  short: { kind: "short", text: "Pending" },
  number: { kind: "number", value: 30 },
  match: { kind: "match", rights: [0, 1] },
  order: { kind: "order", order: [1, 0] },
  blanks: { kind: "blanks", values: { image: "nginx" } },
  open: { kind: "open", text: "The kubelet does." },
  kubectl: { kind: "kubectl", text: "kubectl get pods -n web -l app=api" },
};

export type Target = {
  name: string;
  port: number;
  next: (connection: number, turn: number) => Call;
  /** Done before each round, outside of its time. */
  prepare?: () => Promise<void>;
};

export type Caught = {
  answer: Statement & { sample: { userId: string; questionId: string; reviewId: string } };
  queue: Statement;
};

const cookieOf = async (userId: string): Promise<string> =>
  `reconcile.session=${await encode({ token: { sub: userId, sessionVersion: 0 }, secret: SECRET })}`;

/** All take their turns, however many connections there are: nobody answers hundreds of questions a day. */
const placeAt = (places: number, connection: number, turn: number): number =>
  (connection * Math.ceil(places / CONNECTIONS) + turn) % places;

const QUEUE_PATH = "/api/v1/study/queue";
const QUEUE_BODY = JSON.stringify({ limit: 12 });
/** More than anybody answers in a round. */
const ROUND_BODY = JSON.stringify({ limit: 50 });

/** Numbers of learners, both included. */
type Numbers = { from: number; to: number };

/**
 * What the application is asked by these learners of the group. They answer what their
 * queues ask, one question after the other, and again from the last when nothing is left.
 */
export async function product(group: Group, { from, to }: Numbers, port: number) {
  const cookies = await Promise.all(
    Array.from({ length: to - from + 1 }, (_, place) => cookieOf(learnerId(group, from + place))),
  );
  const asked = cookies.map((): QueueItem[] => []);
  const visits = cookies.map(() => 0);
  const open = async (learner: number) => {
    const cookie = cookies[learner] ?? "";
    const response = await fetch(`http://127.0.0.1:${port}${QUEUE_PATH}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: ROUND_BODY,
    });
    const { items } = (await response.json()) as QueueResponse;
    if (items.length === 0) return;
    asked[learner] = items;
    visits[learner] = 0;
  };
  const at = (connection: number, turn: number) => placeAt(cookies.length, connection, turn);
  const answers: Target = {
    name: "/api/v1/study/answers",
    port,
    prepare: async () => {
      for (const learner of cookies.keys()) await open(learner);
    },
    next: (connection, turn) => {
      const learner = at(connection, turn);
      const items = asked[learner] ?? [];
      const visit = (visits[learner] = (visits[learner] ?? 0) + 1);
      const item = items[visit % items.length];
      const answer = item && ANSWERS[item.question.kind];
      const body = { id: uuidV7(), ticket: item?.ticket, answer, durationMs: 8_000 };
      return {
        path: "/api/v1/study/answers",
        cookie: cookies[learner] ?? "",
        body: JSON.stringify(body),
      };
    },
  };
  const queue: Target = {
    name: QUEUE_PATH,
    port,
    next: (connection, turn) => ({
      path: QUEUE_PATH,
      cookie: cookies[at(connection, turn)] ?? "",
      body: QUEUE_BODY,
    }),
  };
  return { answers, queue };
}

/** The same statements without the application around them. */
export function floor(
  name: string,
  port: number,
  path: string,
  statements: Caught,
  questions: readonly string[],
) {
  const { answer, queue } = statements;
  const learner = (connection: number, turn: number): string =>
    learnerId(SMALL, 1 + placeAt(SMALL.learners, connection, turn));
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
        const question = questions[(connection * 7 + turn) % questions.length] ?? "";
        const replaced = at(learner(connection, turn), question, uuidV7());
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
