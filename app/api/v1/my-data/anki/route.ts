import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportAnki } from "@/lib/server/services/export-anki";

export const GET = download(apiRoutes.exportAnki, (actor, { banks }, { now }) =>
  exportAnki(actor, banks, now),
);
