import { v7 as uuidV7 } from "uuid";

import type { BenchClass, BenchStudent } from "@/scripts/bench/bench-class";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { AttemptView, SavedAnswer } from "@/lib/domain/quizzes/attempt-contract";
import type { PublicBody } from "@/lib/domain/questions/to-public";

/** What one student did, and what the server said it had. */
export type Taken = {
  userId: string;
  attemptId: string;
  /** The last answer of each position that was acknowledged, as JSON. */
  acknowledged: Map<number, { revision: number; answer: string }>;
  saves: number;
  /** Requests that were sent again because no answer came. */
  repeats: number;
  startMs: number[];
  saveMs: number[];
  submitMs: number[];
};

export type Pace = { startMs: number; workMs: number; submitMs: number };

const RETRY_MS = 500;
const GIVE_UP_MS = 180_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Starts at some moment, answers every question twice over the time, and hands in at some moment. */
export async function takeQuiz(
  baseUrl: string,
  { assignmentId }: BenchClass,
  { id: userId, cookie }: BenchStudent,
  pace: Pace,
): Promise<Taken> {
  const taken: Taken = {
    userId,
    attemptId: uuidV7(),
    acknowledged: new Map(),
    saves: 0,
    repeats: 0,
    startMs: [],
    saveMs: [],
    submitMs: [],
  };
  const call = caller(baseUrl, cookie, taken);
  const began = performance.now();
  await pause(Math.random() * pace.startMs);
  const attempt = await call<AttemptView>("POST", "/api/v1/attempts", taken.startMs, {
    id: taken.attemptId,
    assignmentId,
  });
  const edits = attempt.questions.length * 2;
  const revisions = new Map<number, number>();
  for (let edit = 0; edit < edits; edit++) {
    await pause(began + pace.startMs + (edit * pace.workMs) / edits - performance.now());
    const asked = attempt.questions[edit % attempt.questions.length];
    if (!asked) continue;
    const answer = answerTo(asked.question.body, edit);
    const saved = await call<SavedAnswer>(
      "PATCH",
      `/api/v1/attempts/${taken.attemptId}/answers/${asked.position}`,
      taken.saveMs,
      { revision: revisions.get(asked.position) ?? 0, answer, flagged: false },
    );
    revisions.set(asked.position, saved.revision);
    taken.saves += 1;
    taken.acknowledged.set(asked.position, {
      revision: saved.revision,
      answer: JSON.stringify(answer),
    });
  }
  await pause(Math.random() * pace.submitMs);
  await call("POST", `/api/v1/attempts/${taken.attemptId}/submit`, taken.submitMs);
  return taken;
}

/** Sends until there is an answer, as the browser does; counts the time of the one that came through. */
function caller(baseUrl: string, cookie: string, taken: Taken) {
  return async <T>(method: string, path: string, times: number[], body?: unknown): Promise<T> => {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      const sentAt = performance.now();
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { cookie, origin: baseUrl, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => null);
      const text = response ? await response.text().catch(() => null) : null;
      if (response?.ok && text !== null) {
        times.push(performance.now() - sentAt);
        return JSON.parse(text) as T;
      }
      if (response && text !== null && response.status < 500) {
        throw new Error(`${method} ${path}: ${response.status} ${text}`);
      }
      if (performance.now() > giveUpAt) throw new Error(`${method} ${path}: no answer`);
      taken.repeats += 1;
      await pause(RETRY_MS);
    }
  };
}

/** Some answer of the kind, another one at each edit. */
function answerTo(body: PublicBody, edit: number): Answer {
  if (body.kind === "single") return { kind: "single", pick: edit % body.options.length };
  if (body.kind === "multiple") return { kind: "multiple", picks: [edit % body.options.length] };
  if (body.kind === "kubectl") return { kind: "kubectl", text: `kubectl get pods -n team-${edit}` };
  return { kind: "short", text: `answer ${edit}` };
}
