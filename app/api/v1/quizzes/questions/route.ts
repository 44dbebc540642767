import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { pickQuestions } from "@/lib/server/services/pick-questions";

export const GET = endpoint(apiRoutes.pickQuestions, (actor, input) => pickQuestions(actor, input));
