import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { submitAttempt } from "@/lib/server/services/submit-attempt";

export const POST = endpoint(apiRoutes.submitAttempt, (actor, input, { now, ...device }) =>
  submitAttempt(actor, input, now, device),
);
