import { z } from "zod";

/** Days that figures are taken from, today included; null for all there are. */
const RANGES = { "30d": 30, "90d": 90, year: 365, all: null } as const;
export type ProgressRange = keyof typeof RANGES;

export const rangeDays = (range: ProgressRange): number | null => RANGES[range];

/** What the address of the page asks for; anything else is as if it were left out. */
export const ProgressFilterSchema = z.object({
  range: z.enum(["30d", "90d", "year", "all"]).catch("90d"),
  /** Id of a bank; null for all. */
  bank: z.string().max(80).nullable().catch(null).default(null),
});
export type ProgressFilter = z.output<typeof ProgressFilterSchema>;
