import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { studyHistory } from "@/lib/server/services/study-history";

export const GET = endpoint(apiRoutes.studyHistory, (caller, input, { now }) =>
  studyHistory(caller, input, now),
);
