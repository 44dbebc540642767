/** The study notes that questions cite, and what is wrong in them. */
import { z } from "zod";

import { SlugSchema } from "@/lib/domain/questions/content";
import { TextSchema } from "@/lib/domain/questions/question-kind";

const SectionSchema = z.union([
  /** A heading with nothing to ask. */
  TextSchema.transform((title) => ({ title, questions: {} })),
  z.strictObject({
    title: TextSchema,
    /** How many good questions it is worth, by the bank they belong in. */
    questions: z.record(SlugSchema, z.int().min(1)),
  }),
]);

export const StudyNoteSchema = z.strictObject({
  id: z.string(),
  title: TextSchema,
  sections: z.array(SectionSchema),
});
export type StudyNote = z.output<typeof StudyNoteSchema>;

const SEVERITIES = ["critical", "high", "medium", "low"] as const;

/**
 * What the questions do about a statement that is wrong, outdated or half true: teach the
 * right fact, teach it with the release named, or leave it alone.
 */
export const STANCES = ["taught", "version-bound", "avoided"] as const;
export type Stance = (typeof STANCES)[number];

const erratum = { id: z.string(), note: z.string(), severity: z.enum(SEVERITIES) };

export const ErratumSchema = z.discriminatedUnion("stance", [
  z.strictObject({ ...erratum, stance: z.literal("taught") }),
  z.strictObject({ ...erratum, stance: z.literal("version-bound") }),
  /** `because`: why nothing is asked, in a sentence. */
  z.strictObject({ ...erratum, stance: z.literal("avoided"), because: TextSchema }),
]);
export type Erratum = z.output<typeof ErratumSchema>;
