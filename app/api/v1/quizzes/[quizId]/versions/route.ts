import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { saveQuiz } from "@/lib/server/services/build-quiz";

export const POST = endpoint(apiRoutes.saveQuiz, (actor, input, { now }) =>
  saveQuiz(actor, input, now),
);
