import { z } from "zod";

/** The longest break that can be entered at once, so that a slip of the year is caught. */
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

const date = z.iso.date("Enter a date.");

/** Days off to add or to remove, both ends included. A single day has both ends alike. */
export const ChangeDaysOffSchema = z
  .strictObject({
    change: z.enum(["add", "remove"]),
    from: date,
    to: z.preprocess((value) => (value === "" ? undefined : value), date),
  })
  .refine(({ from, to }) => from <= to, {
    message: "The last day off comes before the first.",
    path: ["to"],
  })
  // Asked this way round, a day that is no date is not also called too far off.
  .refine(({ from, to }) => !((Date.parse(to) - Date.parse(from)) / DAY_MS >= MOST_DAYS), {
    message: "Enter at most a year at once.",
    path: ["to"],
  });

/** What a day holds by a plan. */
export const AdoptPlanSchema = z.strictObject({
  newPerDay: z.coerce.number().int().min(0).max(999),
  reviewsPerDay: z.coerce.number().int().min(1).max(9_999),
});
