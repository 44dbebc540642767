/** `GET /api/v1/study/history?questionId=…`: what the learner did with one question. */
import { z } from "zod";

import { MarksSchema } from "@/lib/domain/study/action-contract";
import { ReviewSchema } from "@/lib/domain/study/answer-contract";
import { CardStateSchema, QuestionIdSchema } from "@/lib/domain/study/queue-contract";

export const HistoryRequestSchema = z.strictObject({
  questionId: QuestionIdSchema,
});
export type HistoryRequest = z.output<typeof HistoryRequestSchema>;

export const CardViewSchema = z.object({
  state: CardStateSchema,
  dueAt: z.iso.datetime(),
  intervalDays: z.int().min(0),
  /** Days until recall falls to 90 %. */
  stability: z.number(),
  /** 1 to 10. */
  difficulty: z.number(),
  /** Probability of recall now. */
  recall: z.number().min(0).max(1),
  reps: z.int(),
  lapses: z.int(),
  lastReviewAt: z.iso.datetime(),
  firstReviewAt: z.iso.datetime(),
});
export type CardView = z.output<typeof CardViewSchema>;

export const HistoryResponseSchema = z.object({
  questionId: QuestionIdSchema,
  /** Null while the question is new to the learner. */
  card: CardViewSchema.nullable(),
  marks: MarksSchema,
  /** Newest first, at most 200. */
  reviews: z.array(
    ReviewSchema.extend({
      durationMs: z.int(),
      usedHint: z.boolean(),
      undoneAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type HistoryResponse = z.output<typeof HistoryResponseSchema>;
