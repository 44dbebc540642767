import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { viewAttempt } from "@/lib/server/services/view-attempt";

export const GET = endpoint(apiRoutes.attempt, (actor, { id }, { now }) =>
  viewAttempt(actor, id, now),
);
