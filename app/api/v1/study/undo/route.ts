import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { studyUndo } from "@/lib/server/services/study-undo";

export const POST = endpoint(apiRoutes.undoReview, (caller, input, { now }) =>
  studyUndo(caller, input, now),
);
