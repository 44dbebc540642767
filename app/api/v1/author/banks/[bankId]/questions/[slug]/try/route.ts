import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { tryAnswer } from "@/lib/server/services/check-source";

export const POST = endpoint(apiRoutes.tryAnswer, (actor, input) => tryAnswer(actor, input));
