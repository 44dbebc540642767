/** What is kept beside the questions: the curriculum, and the titles of the notes that they cite. */
import { z } from "zod";

import { CurriculumSchema } from "@/lib/domain/questions/curriculum";

export const ContentDocumentSchema = z.object({
  curriculum: CurriculumSchema,
  notes: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type ContentDocument = z.output<typeof ContentDocumentSchema>;
