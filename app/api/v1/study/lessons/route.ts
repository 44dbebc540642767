import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { finishLesson, studyLesson } from "@/lib/server/services/study-lesson";

export const GET = endpoint(apiRoutes.viewLesson, (caller, input, { now }) =>
  studyLesson(caller, input, now),
);

export const POST = endpoint(apiRoutes.finishLesson, (caller, input, { now }) =>
  finishLesson(caller, input, now),
);
