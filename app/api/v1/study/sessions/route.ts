import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { viewSessions } from "@/lib/server/services/view-sessions";

export const GET = endpoint(apiRoutes.listSessions, (caller, _input, { now }) =>
  viewSessions(caller, now),
);
