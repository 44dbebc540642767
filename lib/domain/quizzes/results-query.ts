import { z } from "zod";

export const RESULT_STATES = ["not-begun", "open", "submitted", "marked", "excused"] as const;
export type ResultState = (typeof RESULT_STATES)[number];

const RESULT_ORDERS = ["name", "total", "-total", "-submitted", "section"] as const;
export type ResultOrder = (typeof RESULT_ORDERS)[number];

/** What of the results is shown; anything else is as if it were not said. */
export const ResultsQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  sort: z.enum(RESULT_ORDERS).catch("name"),
  state: z.enum(RESULT_STATES).nullable().catch(null),
  section: z.uuid().nullable().catch(null),
  text: z.string().trim().max(100).catch(""),
});
export type ResultsQuery = z.output<typeof ResultsQuerySchema>;
