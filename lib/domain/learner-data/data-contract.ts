/** `/api/v1/my-data`: what a person takes with them, and reviews read back from a file. */
import { z } from "zod";

export const AnkiQuerySchema = z.object({
  /** Ids of banks, separated by commas. */
  banks: z
    .string()
    .max(4_000)
    .transform((text) => text.split(",").filter((id) => id !== "")),
});

export const ImportQuerySchema = z.object({
  /** "1" saves; without it the answer says what saving would do. */
  save: z.enum(["0", "1"]).default("0"),
});

export const ImportReportSchema = z.object({
  saved: z.boolean(),
  /** Found in the file, those with a problem left out. */
  reviews: z.int(),
  /** Of these: not in the log yet. */
  added: z.int(),
  /** In the log already. */
  known: z.int(),
  /** Of questions that are not here. */
  leftOut: z.int(),
  /** How many questions those that are added belong to. */
  questions: z.int(),
  /** At most 100, in the order of lines. */
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
  problemCount: z.int(),
});
export type ImportReport = z.output<typeof ImportReportSchema>;

export const ImportProgressSchema = z.object({
  /** When the caller's last import began; null without one. */
  startedAt: z.iso.datetime().nullable(),
  /** Reviews that it has added so far, and that stand. */
  added: z.int(),
});
export type ImportProgress = z.output<typeof ImportProgressSchema>;

/** Of a file to import. */
export const MOST_IMPORT_BYTES = 32 * 1024 * 1024;
