import type { AttemptPort } from "@/components/quizzes/attempt/answer-saver";
import { callApi } from "@/components/study/api-client";
import type {
  AttemptStatus,
  AttemptView,
  SavedAnswer,
  StartAttempt,
  SubmittedAttempt,
} from "@/lib/domain/quizzes/attempt-contract";

const ROOT = "/api/v1/attempts";

export const startAttempt = (body: StartAttempt) =>
  callApi<AttemptView>({ method: "POST", path: ROOT, body });

export const fetchStatus = (id: string) =>
  callApi<AttemptStatus>({ method: "GET", path: `${ROOT}/${id}/status` });

export const submitAttempt = (id: string) =>
  callApi<SubmittedAttempt>({ method: "POST", path: `${ROOT}/${id}/submit` });

/** The server, for the answers of an attempt. */
export const attemptPort = (id: string): AttemptPort => ({
  save: (position, body, { keepalive }) =>
    callApi<SavedAnswer>({
      method: "PATCH",
      path: `${ROOT}/${id}/answers/${position}`,
      body,
      keepalive,
    }),
  load: () => callApi<AttemptView>({ method: "GET", path: `${ROOT}/${id}` }),
});
