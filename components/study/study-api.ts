import { callApi } from "@/components/study/api-client";
import type {
  AnswerRequest,
  AnswerResponse,
  ChangedReview,
  ChangeReview,
} from "@/lib/domain/study/answer-contract";
import type { QueueResponse } from "@/lib/domain/study/queue-contract";
import type { UndoResponse } from "@/lib/domain/study/undo-contract";

const ROOT = "/api/v1/study";

type QueueCall = { limit: number; exclude: string[]; banks?: string[] };

export const fetchQueue = (body: QueueCall) =>
  callApi<QueueResponse>({ method: "POST", path: `${ROOT}/queue`, body });

export const sendAnswer = (body: AnswerRequest) =>
  callApi<AnswerResponse>({ method: "POST", path: `${ROOT}/answers`, body });

export const changeReview = (reviewId: string, body: ChangeReview) =>
  callApi<ChangedReview>({ method: "PATCH", path: `${ROOT}/answers/${reviewId}`, body });

export const undoLast = (id: string) =>
  callApi<UndoResponse>({ method: "POST", path: `${ROOT}/undo`, body: { id } });
