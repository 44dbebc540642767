import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { openApiDocument } from "@/lib/server/openapi";

export const GET = endpoint(apiRoutes.openApi, () => Promise.resolve(openApiDocument()));
