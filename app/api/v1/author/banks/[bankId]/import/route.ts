import { endpoint } from "@/lib/server/endpoint";
import { importQuestions } from "@/lib/server/services/import-questions";
import { transferApiRoutes } from "@/lib/server/transfer-api-routes";

export const POST = endpoint(transferApiRoutes.importQuestions, (actor, input, { now }) =>
  importQuestions(actor, input, now),
);
