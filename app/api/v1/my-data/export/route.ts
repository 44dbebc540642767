import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportEverything } from "@/lib/server/services/export-everything";

export const GET = download(apiRoutes.exportEverything, (actor, _input, { now }) =>
  exportEverything(actor, now),
);
