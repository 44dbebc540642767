import { v7 as uuidV7 } from "uuid";

import { BenchClient } from "@/scripts/bench/bench-client";
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
const GIVE_UP_MS = 600_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Starts at some moment, answers every question twice over the time, and hands in at some moment. */
export async function takeQuiz(
  baseUrl: string,
  { assignmentId }: BenchClass,
  student: BenchStudent,
  pace: Pace,
): Promise<Taken> {
  const work = new Work(baseUrl, student);
  const began = performance.now();
  await pause(Math.random() * pace.startMs);
  const count = await work.start(assignmentId);
  // Nobody types in step with everybody else.
  const shift = Math.random() * (pace.workMs / (count * 2));
  for (let edit = 0; edit < count * 2; edit++) {
    const at = began + pace.startMs + shift + (edit * pace.workMs) / (count * 2);
    await pause(at - performance.now());
    await work.edit(edit);
  }
  await pause(Math.random() * pace.submitMs);
  return work.submit();
}

/** Starts, answers one question after the other without a rest until it is enough, and hands in. */
export async function keepSaving(
  baseUrl: string,
  { assignmentId }: BenchClass,
  student: BenchStudent,
  isEnough: () => boolean,
  onSaved: () => void,
): Promise<Taken> {
  const work = new Work(baseUrl, student);
  await work.start(assignmentId);
  for (let edit = 0; !isEnough(); edit++) {
    await work.edit(edit);
    onSaved();
  }
  return work.submit();
}

/** One student's attempt, and how long each request took. */
class Work {
  readonly #client: BenchClient;
  readonly #taken: Taken;
  #questions: AttemptView["questions"] = [];

  constructor(baseUrl: string, { id: userId, cookie }: BenchStudent) {
    this.#client = new BenchClient(baseUrl, cookie);
    this.#taken = {
      userId,
      attemptId: uuidV7(),
      acknowledged: new Map(),
      saves: 0,
      repeats: 0,
      startMs: [],
      saveMs: [],
      submitMs: [],
    };
  }

  /** Returns how many questions there are. */
  async start(assignmentId: string): Promise<number> {
    const { attemptId: id, startMs } = this.#taken;
    const body = { id, assignmentId };
    const view = await this.#call<AttemptView>("POST", "/api/v1/attempts", startMs, body);
    this.#questions = view.questions;
    return view.questions.length;
  }

  async edit(edit: number): Promise<void> {
    const asked = this.#questions[edit % this.#questions.length];
    if (!asked) throw new Error("The attempt asks nothing");
    const { attemptId, acknowledged, saveMs } = this.#taken;
    const answer = answerTo(asked.question.body, edit);
    const revision = acknowledged.get(asked.position)?.revision ?? 0;
    const path = `/api/v1/attempts/${attemptId}/answers/${asked.position}`;
    const body = { revision, answer, flagged: false };
    const saved = await this.#call<SavedAnswer>("PATCH", path, saveMs, body);
    this.#taken.saves += 1;
    acknowledged.set(asked.position, { revision: saved.revision, answer: JSON.stringify(answer) });
  }

  async submit(): Promise<Taken> {
    const { attemptId, submitMs } = this.#taken;
    await this.#call("POST", `/api/v1/attempts/${attemptId}/submit`, submitMs);
    this.#client.close();
    return this.#taken;
  }

  /** Sends until there is an answer, as the browser does; counts the time of the one that came through. */
  async #call<T>(method: string, path: string, times: number[], body?: unknown): Promise<T> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      const sentAt = performance.now();
      const reply = await this.#client.send(method, path, body);
      if (reply?.status === 200) {
        times.push(performance.now() - sentAt);
        return JSON.parse(reply.text) as T;
      }
      if (reply && reply.status < 500) {
        throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
      }
      if (performance.now() > giveUpAt) throw new Error(`${method} ${path}: no answer`);
      this.#taken.repeats += 1;
      await pause(RETRY_MS);
    }
  }
}

/** Some answer of the kind, another one at each edit. */
function answerTo(body: PublicBody, edit: number): Answer {
  if (body.kind === "single") return { kind: "single", pick: edit % body.options.length };
  if (body.kind === "multiple") return { kind: "multiple", picks: [edit % body.options.length] };
  if (body.kind === "kubectl") return { kind: "kubectl", text: `kubectl get pods -n team-${edit}` };
  return { kind: "short", text: `answer ${edit}` };
}
