import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { startAttempt } from "@/lib/server/services/start-attempt";

export const POST = endpoint(apiRoutes.startAttempt, (actor, input, { now, ...device }) =>
  startAttempt(actor, input, now, device),
);
