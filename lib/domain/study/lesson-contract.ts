/**
 * `GET /api/v1/study/lessons?questionId=…`: what stands in the learner's way with a
 * question that they forget again and again. `POST`: they went through it.
 */
import { z } from "zod";

import {
  AnswerSchema,
  GradedAnswerSchema,
  PublicQuestionSchema,
  RevealSchema,
} from "@/lib/domain/study/question-shapes";
import { QuestionIdSchema, QueueItemSchema } from "@/lib/domain/study/queue-contract";

export const LessonRequestSchema = z.strictObject({ questionId: QuestionIdSchema });
export type LessonRequest = z.output<typeof LessonRequestSchema>;

/** A wrong answer as it was given, with the variant and the key of then. */
const MistakeSchema = z.object({
  reviewId: z.uuid(),
  reviewedAt: z.iso.datetime(),
  question: PublicQuestionSchema,
  answer: AnswerSchema,
  graded: GradedAnswerSchema,
  reveal: RevealSchema,
});
export type Mistake = z.output<typeof MistakeSchema>;

export const LessonResponseSchema = z.object({
  questionId: QuestionIdSchema,
  lapses: z.int().min(0),
  /** Newest first. */
  mistakes: z.array(MistakeSchema),
  /** What to try next, as practice: another variant, or another question on the same concept. */
  practice: QueueItemSchema.nullable(),
  practiceIs: z.enum(["variant", "other-kind", "sibling", "same"]),
});
export type LessonResponse = z.output<typeof LessonResponseSchema>;

export const LessonDoneSchema = z.object({ lessonAtLapse: z.int().min(0) });
