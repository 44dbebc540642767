import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { studyAnswer } from "@/lib/server/services/study-answer";

export const POST = endpoint(apiRoutes.answerQuestion, (caller, input, { now }) =>
  studyAnswer(caller, input, now),
);
