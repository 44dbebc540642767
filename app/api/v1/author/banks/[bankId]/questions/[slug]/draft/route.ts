import { apiRoutes } from "@/lib/server/api-routes";
import { endpoint } from "@/lib/server/endpoint";
import { saveDraft, viewDraft } from "@/lib/server/services/write-question";

export const GET = endpoint(apiRoutes.questionDraft, (actor, ref) => viewDraft(actor, ref));

export const PATCH = endpoint(apiRoutes.saveDraft, (actor, input, { now }) =>
  saveDraft(actor, input, now),
);
