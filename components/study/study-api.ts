import { callApi } from "@/components/study/api-client";
import type {
  AnswerRequest,
  AnswerResponse,
  ChangedReview,
  ChangeReview,
} from "@/lib/domain/study/answer-contract";
import type { ActionsResponse, ActRequest, ActResponse } from "@/lib/domain/study/action-contract";
import type { LessonResponse } from "@/lib/domain/study/lesson-contract";
import type { SessionsResponse } from "@/lib/domain/study/session-contract";
import type { QueueRequest, QueueResponse } from "@/lib/domain/study/queue-contract";
import type { UndoResponse } from "@/lib/domain/study/undo-contract";

const ROOT = "/api/v1/study";

export type QueueCall = Pick<QueueRequest, "limit" | "exclude" | "mode" | "drill" | "timed"> &
  Partial<Pick<QueueRequest, "banks" | "domains" | "startedAt">>;

export const fetchQueue = (body: QueueCall) =>
  callApi<QueueResponse>({ method: "POST", path: `${ROOT}/queue`, body });

export const sendAnswer = (body: AnswerRequest) =>
  callApi<AnswerResponse>({ method: "POST", path: `${ROOT}/answers`, body });

export const changeReview = (reviewId: string, body: ChangeReview) =>
  callApi<ChangedReview>({ method: "PATCH", path: `${ROOT}/answers/${reviewId}`, body });

/** Taking back an import replays all that it touched. */
const LONGEST_UNDO_MS = 60_000;

export const undoLast = (id: string, entryId?: string) =>
  callApi<UndoResponse>({
    method: "POST",
    path: `${ROOT}/undo`,
    body: entryId === undefined ? { id } : { id, entryId },
    timeoutMs: LONGEST_UNDO_MS,
  });

export const actOnQuestion = (body: ActRequest) =>
  callApi<ActResponse>({ method: "POST", path: `${ROOT}/actions`, body });

export const fetchActions = () =>
  callApi<ActionsResponse>({ method: "GET", path: `${ROOT}/actions` });

export const fetchSessions = () =>
  callApi<SessionsResponse>({ method: "GET", path: `${ROOT}/sessions` });

export const fetchLesson = (questionId: string) =>
  callApi<LessonResponse>({
    method: "GET",
    path: `${ROOT}/lessons?questionId=${encodeURIComponent(questionId)}`,
  });

export const finishLesson = (questionId: string) =>
  callApi<unknown>({ method: "POST", path: `${ROOT}/lessons`, body: { questionId } });
