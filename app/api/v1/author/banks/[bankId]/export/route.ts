import { download } from "@/lib/server/endpoint";
import { exportQuestions } from "@/lib/server/services/export-questions";
import { transferApiRoutes } from "@/lib/server/transfer-api-routes";

export const POST = download(transferApiRoutes.exportQuestions, (actor, input, { now }) =>
  exportQuestions(actor, input, now),
);
