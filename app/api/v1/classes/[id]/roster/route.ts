import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportRoster } from "@/lib/server/services/export-roster";

export const GET = download(apiRoutes.exportRoster, (actor, { id }, { now }) =>
  exportRoster(actor, id, now),
);
