import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { listActions } from "@/lib/server/services/list-actions";
import { studyAct } from "@/lib/server/services/study-act";

export const GET = endpoint(apiRoutes.listActions, (caller) => listActions(caller));

export const POST = endpoint(apiRoutes.actOnQuestion, (caller, input, { now }) =>
  studyAct(caller, input, now),
);
