import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { studyQueue } from "@/lib/server/services/study-queue";

export const POST = endpoint(apiRoutes.studyQueue, (caller, input, { now }) =>
  studyQueue(caller, input, now),
);
