import { apiRoutes } from "@/lib/server/api-routes";
import { download } from "@/lib/server/endpoint";
import { exportReviews } from "@/lib/server/services/export-reviews";

export const GET = download(apiRoutes.exportReviews, (actor, _input, { now }) =>
  exportReviews(actor, now),
);
