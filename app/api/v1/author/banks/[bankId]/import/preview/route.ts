import { endpoint } from "@/lib/server/endpoint";
import { previewImport } from "@/lib/server/services/import-questions";
import { transferApiRoutes } from "@/lib/server/transfer-api-routes";

export const POST = endpoint(transferApiRoutes.previewImport, (actor, input) =>
  previewImport(actor, input),
);
