import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { studyChange } from "@/lib/server/services/study-change";

export const PATCH = endpoint(apiRoutes.changeReview, (caller, input, { now }) =>
  studyChange(caller, input, now),
);
