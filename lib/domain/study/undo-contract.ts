/** `POST /api/v1/study/undo`: takes back the last thing the learner did, whatever device it was done on. */
import { z } from "zod";

import { ENTRY_KINDS } from "@/lib/domain/study/action-contract";
import { ChangedReviewSchema, ReviewIdSchema } from "@/lib/domain/study/answer-contract";
import { QueueItemSchema, QuestionIdSchema } from "@/lib/domain/study/queue-contract";
import { RatingSchema } from "@/lib/domain/study/rating";

export const UndoRequestSchema = z.strictObject({
  /** Made by the client: sending it again takes nothing more back. */
  id: ReviewIdSchema.optional(),
  /** What the learner sees as the last thing they did; refused when something newer is there. */
  entryId: z.uuid().optional(),
});
export type UndoRequest = z.output<typeof UndoRequestSchema>;

const UndoneSchema = z.object({
  /** Of the entry of the list of actions. */
  entryId: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  questionId: QuestionIdSchema.nullable(),
  /** The answer that was taken back, or whose rating was; null for other actions. */
  reviewId: z.uuid().nullable(),
  version: z.int().nullable(),
  /** Of that answer as it is now. */
  rating: RatingSchema.nullable(),
});
export type Undone = z.output<typeof UndoneSchema>;

export const UndoResponseSchema = z.object({
  /** Null when there is nothing to take back. */
  undone: UndoneSchema.nullable(),
  /** The question to ask again, in the same variant; null when there is none. */
  item: QueueItemSchema.nullable(),
  /** The answer whose rating was put back, and its dates; null otherwise. */
  changed: ChangedReviewSchema.nullable(),
});
export type UndoResponse = z.output<typeof UndoResponseSchema>;
