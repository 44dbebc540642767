import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { checkSource } from "@/lib/server/services/check-source";

export const POST = endpoint(apiRoutes.checkSource, (actor, input) => checkSource(actor, input));
