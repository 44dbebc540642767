/** What is kept beside the questions: the curriculum, and the notes that they cite with their errata. */
import { z } from "zod";

import { CurriculumSchema } from "@/lib/domain/questions/curriculum";
import { ErratumSchema, StudyNoteSchema } from "@/lib/domain/questions/study-notes";

export const ContentDocumentSchema = z.object({
  curriculum: CurriculumSchema,
  // A document that was kept before these fields is replaced by the next load, not refused.
  notes: z.array(StudyNoteSchema.extend({ sections: StudyNoteSchema.shape.sections.default([]) })),
  errata: z.array(ErratumSchema).default([]),
});
export type ContentDocument = z.output<typeof ContentDocumentSchema>;
