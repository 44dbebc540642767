import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { reportProblem } from "@/lib/server/services/report-problem";

export const POST = endpoint(apiRoutes.reportProblem, reportProblem);
