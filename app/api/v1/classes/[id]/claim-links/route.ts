import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportClaimLinks } from "@/lib/server/services/export-roster";

export const GET = download(apiRoutes.exportClaimLinks, (actor, { id }, { now }) =>
  exportClaimLinks(actor, id, now),
);
