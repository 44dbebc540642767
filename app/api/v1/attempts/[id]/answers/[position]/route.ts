import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { saveAttemptAnswer } from "@/lib/server/services/save-attempt-answer";

export const PATCH = endpoint(apiRoutes.saveAttemptAnswer, (claims, input, { now, ...device }) =>
  saveAttemptAnswer(claims, input, now, device),
);
