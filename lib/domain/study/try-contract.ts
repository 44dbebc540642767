/** `POST /api/v1/try/kubectl`: a visitor answers the landing page's question. */
import { z } from "zod";

import { GradedAnswerSchema, RevealSchema } from "@/lib/domain/study/question-shapes";

export const TryRequestSchema = z.strictObject({ text: z.string().max(2_000) });

export const TryResponseSchema = z.object({
  graded: GradedAnswerSchema,
  reveal: RevealSchema,
});
export type TryResponse = z.output<typeof TryResponseSchema>;
