import { z } from "zod";

import { ClassRefSchema } from "@/lib/domain/classes/class-input";

/** Two thousand people with long names, addresses and numbers. */
const MOST_CSV_CHARACTERS = 500_000;

const CsvSchema = z
  .string()
  .min(1, "Choose a file or paste its text.")
  .max(MOST_CSV_CHARACTERS, "The file has more than 500,000 characters: import it in parts.");

export const RosterPreviewSchema = ClassRefSchema.extend({ csv: CsvSchema });

/** With the fingerprint of the preview that is to be applied. */
export const RosterImportSchema = RosterPreviewSchema.extend({ fingerprint: z.string().max(100) });
export type RosterImport = z.output<typeof RosterImportSchema>;
