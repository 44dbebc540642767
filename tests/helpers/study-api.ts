/** Calls the study API as a browser would: requests with a session cookie, replies as JSON. */
import { encode } from "next-auth/jwt";
import { v7 as uuidV7 } from "uuid";

import { PATCH } from "@/app/api/v1/study/answers/[id]/route";
import { POST as postAnswer } from "@/app/api/v1/study/answers/route";
import { GET as getActions, POST as postAction } from "@/app/api/v1/study/actions/route";
import { GET } from "@/app/api/v1/study/history/route";
import { GET as getLesson, POST as postLesson } from "@/app/api/v1/study/lessons/route";
import { GET as getSessions } from "@/app/api/v1/study/sessions/route";
import { POST as postQueue } from "@/app/api/v1/study/queue/route";
import { POST as postUndo } from "@/app/api/v1/study/undo/route";
import type { Actor } from "@/lib/domain/access/actor";
import type {
  ActionsResponse,
  ActResponse,
  QuestionAction,
} from "@/lib/domain/study/action-contract";
import type { LessonResponse } from "@/lib/domain/study/lesson-contract";
import type { SessionsResponse } from "@/lib/domain/study/session-contract";
import type { AnswerResponse, ChangedReview } from "@/lib/domain/study/answer-contract";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";
import type { QueueItem, QueueResponse, Ticket } from "@/lib/domain/study/queue-contract";
import type { UndoResponse } from "@/lib/domain/study/undo-contract";
import { sessionCookieName, sessionSecret } from "@/lib/server/auth/session-cookie";
import type { ErrorBody } from "@/lib/server/error-response";

process.env["RECONCILE_TEST_CLOCK"] = "1";

export type Reply<T> = { status: number; body: T; error: ErrorBody["error"] | undefined };

export async function sessionCookie(userId: string, sessionVersion = 0): Promise<string> {
  const token = await encode({ token: { sub: userId, sessionVersion }, secret: sessionSecret() });
  return `${sessionCookieName()}=${token}`;
}

const URL_START = "http://localhost:3000/api/v1/study";

/** `now` is a time to answer at; `headers` come on top. */
export type Call = { now?: Date | string; headers?: Record<string, string> };

export type AnswerDraft = {
  id?: string;
  answer?: unknown;
  usedHint?: boolean;
  tries?: number;
  answeredAt?: string;
  durationMs?: number;
  purpose?: string;
};

export const ticketFor = (questionId: string, rest: Partial<Ticket> = {}): Ticket => ({
  questionId,
  version: 1,
  occurrence: 0,
  ...rest,
});

/** The question of a queue by its id. */
export function itemOf(reply: Reply<QueueResponse>, questionId: string): QueueItem {
  const item = reply.body.items.find(({ question }) => question.id === questionId);
  if (!item) throw new Error(`${questionId} is not in the queue`);
  return item;
}

export const RIGHT = { kind: "short", text: "pending" };
export const WRONG = { kind: "short", text: "Running" };

export async function studyAs(actor: Pick<Actor, "id"> | null, sessionVersion = 0) {
  const cookie = actor ? await sessionCookie(actor.id, sessionVersion) : "";

  const request = (method: string, path: string, body: unknown, { now, headers }: Call) =>
    new Request(`${URL_START}${path}`, {
      method,
      headers: {
        cookie,
        "content-type": "application/json",
        ...(now === undefined ? {} : { "x-test-now": new Date(now).toISOString() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const read = async <T>(response: Response): Promise<Reply<T>> => {
    const body = (await response.json()) as T & Partial<ErrorBody>;
    return { status: response.status, body, error: body.error };
  };

  return {
    queue: async (body: object = {}, call: Call = {}) =>
      read<QueueResponse>(await postQueue(request("POST", "/queue", body, call))),

    answer: async (ticket: Ticket, draft: AnswerDraft = {}, call: Call = {}) => {
      const body = { id: uuidV7(), ticket, answer: RIGHT, durationMs: 4_000, ...draft };
      return read<AnswerResponse>(await postAnswer(request("POST", "/answers", body, call)));
    },

    change: async (id: string, body: object, call: Call = {}) =>
      read<ChangedReview>(
        await PATCH(request("PATCH", `/answers/${id}`, body, call), {
          params: Promise.resolve({ id }),
        }),
      ),

    undo: async (body: object = {}, call: Call = {}) =>
      read<UndoResponse>(await postUndo(request("POST", "/undo", body, call))),

    act: async (questionId: string, kind: QuestionAction, call: Call = {}, id = uuidV7()) =>
      read<ActResponse>(
        await postAction(request("POST", "/actions", { id, questionId, kind }, call)),
      ),

    actions: async (call: Call = {}) =>
      read<ActionsResponse>(await getActions(request("GET", "/actions", undefined, call))),

    sessions: async (call: Call = {}) =>
      read<SessionsResponse>(await getSessions(request("GET", "/sessions", undefined, call))),

    lesson: async (questionId: string, call: Call = {}) =>
      read<LessonResponse>(
        await getLesson(
          request("GET", `/lessons?questionId=${encodeURIComponent(questionId)}`, undefined, call),
        ),
      ),

    finishLesson: async (questionId: string, call: Call = {}) =>
      read<{ lessonAtLapse: number }>(
        await postLesson(request("POST", "/lessons", { questionId }, call)),
      ),

    history: async (questionId: string, call: Call = {}) =>
      read<HistoryResponse>(
        await GET(
          request("GET", `/history?questionId=${encodeURIComponent(questionId)}`, undefined, call),
        ),
      ),
  };
}
