/** `POST /api/v1/study/answers` and `PATCH /api/v1/study/answers/{id}`: an answer is a review. */
import { z } from "zod";

import {
  AnswerSchema,
  GradedAnswerSchema,
  OutcomeSchema,
  RevealSchema,
} from "@/lib/domain/study/question-shapes";
import {
  CardStateSchema,
  DayCountsSchema,
  QuestionIdSchema,
  TicketSchema,
} from "@/lib/domain/study/queue-contract";
import { AnswerPurposeSchema, PURPOSES } from "@/lib/domain/study/purpose";
import { RatingSchema } from "@/lib/domain/study/rating";

export const ReviewIdSchema = z.uuidv7("An id is a UUID of version 7.").toLowerCase();

export const AnswerRequestSchema = z.strictObject({
  /** Made by the client: sending it again is the same review. */
  id: ReviewIdSchema,
  ticket: TicketSchema,
  answer: AnswerSchema,
  /** From asking to answering, at most an hour. */
  durationMs: z.int().min(0).max(3_600_000),
  usedHint: z.boolean().default(false),
  purpose: AnswerPurposeSchema.default("study"),
  /** 1 for a first try at this question; 2 and more after a wrong one. */
  tries: z.int().min(1).max(100).default(1),
  /** When it was answered, if that was offline; taken as now when left out or in the future. */
  answeredAt: z.iso.datetime({ offset: true }).optional(),
});
export type AnswerRequest = z.output<typeof AnswerRequestSchema>;

export const ReviewSchema = z.object({
  id: z.uuid(),
  purpose: z.enum(PURPOSES),
  questionId: QuestionIdSchema,
  questionVersion: z.int(),
  outcome: OutcomeSchema,
  /** 0 to 1; the share of ticked points once the learner has marked an open answer; null before. */
  score: z.number().min(0).max(1).nullable(),
  rating: RatingSchema,
  suggestedRating: RatingSchema,
  /** The learner's ticks on the marking points of an open answer. */
  marks: z.array(z.boolean()).nullable(),
  reviewedAt: z.iso.datetime(),
});
export type ReviewView = z.output<typeof ReviewSchema>;

/** When the question comes back. */
export const NextDueSchema = z.object({
  dueAt: z.iso.datetime(),
  /** Whole days of the learner; 0 while a step of minutes is taken. */
  intervalDays: z.int().min(0),
  state: CardStateSchema,
  /** Days until recall falls to 90 %. */
  stability: z.number(),
  /** 1 to 10. */
  difficulty: z.number(),
});
export type NextDue = z.output<typeof NextDueSchema>;

/** What each of the four ratings gives, the one in force included. */
export const AlternativeSchema = z.object({
  rating: RatingSchema,
  dueAt: z.iso.datetime(),
  intervalDays: z.int().min(0),
});
export type Alternative = z.output<typeof AlternativeSchema>;

const AlternativesSchema = z.array(AlternativeSchema).max(4);

export const AnswerResponseSchema = z.object({
  review: ReviewSchema,
  graded: GradedAnswerSchema,
  reveal: RevealSchema,
  /** After practice: the date that stays; null when the question is new. */
  next: NextDueSchema.nullable(),
  /** Of practice there are none. */
  alternatives: AlternativesSchema,
  /** The answer was one lapse too many: the question has become a lesson. */
  lesson: z.boolean(),
  counts: DayCountsSchema,
});
export type AnswerResponse = z.output<typeof AnswerResponseSchema>;

export const ChangeReviewSchema = z
  .strictObject({
    rating: RatingSchema.optional(),
    /** Ticks on the marking points of an open answer, in their order; the rating follows unless given. */
    marks: z.array(z.boolean()).min(1).max(50).optional(),
  })
  .refine((change) => change.rating !== undefined || change.marks !== undefined, {
    message: "Give a rating, marks or both.",
  });
export type ChangeReview = z.output<typeof ChangeReviewSchema>;

export const ChangedReviewSchema = z.object({
  review: ReviewSchema,
  next: NextDueSchema.nullable(),
  alternatives: AlternativesSchema,
});
export type ChangedReview = z.output<typeof ChangedReviewSchema>;
