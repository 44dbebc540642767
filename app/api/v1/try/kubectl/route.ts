import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { tryKubectl } from "@/lib/server/services/try-kubectl";

export const POST = endpoint(apiRoutes.tryKubectl, (_visitor, { text }, origin) =>
  tryKubectl(origin, text),
);
