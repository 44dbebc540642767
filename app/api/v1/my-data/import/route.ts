import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { importReviews } from "@/lib/server/services/import-reviews";
import { viewImport } from "@/lib/server/services/view-import";

export const GET = endpoint(apiRoutes.importProgress, (actor) => viewImport(actor));

export const POST = endpoint(apiRoutes.importReviews, (actor, { text, save }, { now }) =>
  importReviews(actor, { text, save: save === "1" }, now),
);
