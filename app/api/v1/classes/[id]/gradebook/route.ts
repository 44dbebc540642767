import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportGradebook } from "@/lib/server/services/export-gradebook";

export const GET = download(apiRoutes.exportGradebook, (actor, { id }, { now }) =>
  exportGradebook(actor, id, "csv", now),
);
