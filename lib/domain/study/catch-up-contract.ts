import { z } from "zod";

import { MOST_BACKLOG_DAYS } from "@/lib/domain/scheduling/spread-backlog";

/** How a learner wants a backlog spread: over so many days, or at most so many reviews a day. */
export const CatchUpSchema = z.union([
  z.strictObject({ days: z.coerce.number().int().min(1).max(MOST_BACKLOG_DAYS) }),
  z.strictObject({ perDay: z.coerce.number().int().min(1).max(9_999) }),
]);
