import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportResults } from "@/lib/server/services/export-results";

export const GET = download(apiRoutes.exportResults, (actor, { id, assignmentId }, { now }) =>
  exportResults(actor, { classId: id, assignmentId }, now),
);
