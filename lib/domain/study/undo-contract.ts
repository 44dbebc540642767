/** `POST /api/v1/study/undo`: takes back the learner's last answer. */
import { z } from "zod";

import { ReviewIdSchema } from "@/lib/domain/study/answer-contract";
import { QueueItemSchema, QuestionIdSchema } from "@/lib/domain/study/queue-contract";
import { RatingSchema } from "@/lib/domain/study/rating";

export const UndoRequestSchema = z.strictObject({
  /** Made by the client: sending it again takes nothing more back. */
  id: ReviewIdSchema.optional(),
});
export type UndoRequest = z.output<typeof UndoRequestSchema>;

export const UndoResponseSchema = z.object({
  /** Null when there is nothing to take back. */
  undone: z
    .object({
      reviewId: z.uuid(),
      questionId: QuestionIdSchema,
      version: z.int(),
      rating: RatingSchema,
    })
    .nullable(),
  /** The same question to ask again, in the same variant; null when it is retired. */
  item: QueueItemSchema.nullable(),
});
export type UndoResponse = z.output<typeof UndoResponseSchema>;
