/**
 * `POST /api/v1/study/actions`: what a learner does with a question besides answering
 * it. `GET /api/v1/study/actions`: what they did last, newest first.
 */
import { z } from "zod";

import { ReviewIdSchema } from "@/lib/domain/study/answer-contract";
import { OutcomeSchema } from "@/lib/domain/study/question-shapes";
import { QuestionIdSchema } from "@/lib/domain/study/queue-contract";
import { RatingSchema } from "@/lib/domain/study/rating";

/** "bury" sets aside until the learner's next day; "reset" starts afresh. */
const QUESTION_ACTIONS = ["bury", "suspend", "resume", "flag", "unflag", "reset"] as const;
export type QuestionAction = (typeof QUESTION_ACTIONS)[number];

/** What changes many cards at once, or the plan. */
const PLAN_ACTIONS = ["days-off", "catch-up", "exam", "levelling", "import"] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];
export type StudyActionKind = QuestionAction | PlanAction;

export const ActRequestSchema = z.strictObject({
  /** Made by the client: sending it again does nothing more. */
  id: ReviewIdSchema,
  questionId: QuestionIdSchema,
  kind: z.enum(QUESTION_ACTIONS),
});
export type ActRequest = z.output<typeof ActRequestSchema>;

export const MarksSchema = z.object({
  suspended: z.boolean(),
  /** Set aside: not asked before this instant. */
  buriedUntil: z.iso.datetime().nullable(),
  flagged: z.boolean(),
});
export type Marks = z.output<typeof MarksSchema>;

export const ActResponseSchema = z.object({
  /** The marks of the question as they are now. */
  marks: MarksSchema,
  /** False when it was so already, and nothing is there to take back. */
  recorded: z.boolean(),
});
export type ActResponse = z.output<typeof ActResponseSchema>;

export const ENTRY_KINDS = [
  "answer",
  "drill",
  "retry",
  "rating",
  ...QUESTION_ACTIONS,
  ...PLAN_ACTIONS,
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How far back can be undone, taken-back entries counted. */
export const MOST_UNDONE = 30;

const HistoryEntrySchema = z.object({
  id: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  questionId: QuestionIdSchema.nullable(),
  /** What was asked, without the answer; null when it concerns no single question. */
  prompt: z.string().nullable(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  outcome: OutcomeSchema.nullable(),
  /** What FSRS was told; of a changed rating the new one. */
  rating: RatingSchema.nullable(),
  fromRating: RatingSchema.nullable(),
  /** Cards that it moved or reset. */
  cards: z.int().min(0),
});
export type HistoryEntry = z.output<typeof HistoryEntrySchema>;

export const ActionsResponseSchema = z.object({
  entries: z.array(HistoryEntrySchema).max(MOST_UNDONE),
});
export type ActionsResponse = z.output<typeof ActionsResponseSchema>;
