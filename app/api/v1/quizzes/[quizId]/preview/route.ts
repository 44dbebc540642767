import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { judgePreview } from "@/lib/server/services/preview-quiz";

export const POST = endpoint(apiRoutes.judgePreview, (actor, input) => judgePreview(actor, input));
