import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { checkQuiz } from "@/lib/server/services/build-quiz";

export const POST = endpoint(apiRoutes.checkQuiz, (actor, input) => checkQuiz(actor, input));
