import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { viewAttemptStatus } from "@/lib/server/services/view-attempt";

export const GET = endpoint(apiRoutes.attemptStatus, (actor, { id }, { now }) =>
  viewAttemptStatus(actor, id, now),
);
