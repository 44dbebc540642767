import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { publishQuestion } from "@/lib/server/services/publish-question";

export const POST = endpoint(apiRoutes.publishQuestion, (actor, input, { now }) =>
  publishQuestion(actor, input, now),
);
