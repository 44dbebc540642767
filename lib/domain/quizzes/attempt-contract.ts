/** `/api/v1/attempts`: taking a quiz. Browser code imports types from here, never values. */
import { z } from "zod";

import { AnswerSchema, PublicQuestionSchema } from "@/lib/domain/study/question-shapes";

export const AttemptIdSchema = z.uuidv7("An id is a UUID of version 7.").toLowerCase();
const AssignmentIdSchema = z.uuid("An id is a UUID.").toLowerCase();

export const StartAttemptSchema = z.strictObject({
  /** Made by the client: starting again with it is the same attempt. */
  id: AttemptIdSchema,
  assignmentId: AssignmentIdSchema,
  accessCode: z.string().max(100).default(""),
});
export type StartAttempt = z.output<typeof StartAttemptSchema>;

const AttemptQuestionSchema = z.object({
  /** 0-based place in the attempt. */
  position: z.int(),
  /** 0-based, into `sections`. */
  section: z.int(),
  points: z.number(),
  question: PublicQuestionSchema,
  /** Of the answer that is saved; a save names the one that it was made on. */
  revision: z.int(),
  answer: AnswerSchema.nullable(),
  flagged: z.boolean(),
});
export type AttemptQuestion = z.output<typeof AttemptQuestionSchema>;

/** An attempt as whoever takes it sees it: no key, no verdict. */
export const AttemptViewSchema = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  title: z.string(),
  instructions: z.string().describe("Markdown"),
  number: z.int(),
  state: z.enum(["open", "submitted"]),
  startedAt: z.iso.datetime(),
  /** When it is handed in as it is; null: never by itself. */
  deadlineAt: z.iso.datetime().nullable(),
  /** Clocks in browsers are wrong: count down from this one. */
  serverNow: z.iso.datetime(),
  onePerPage: z.boolean(),
  completionAids: z.boolean(),
  sections: z.array(z.object({ title: z.string() })),
  questions: z.array(AttemptQuestionSchema),
});
export type AttemptView = z.output<typeof AttemptViewSchema>;

export const SaveAnswerSchema = z.strictObject({
  /** Of the answer that this one was made on; an older one than is saved is refused. */
  revision: z.int().min(0),
  /** Null takes the answer back. */
  answer: AnswerSchema.nullable().refine(
    (answer) => answer === null || !("marks" in answer),
    // In study learners judge an open answer themselves; here it would be points for the asking.
    "What an answer is worth is said by whoever marks the quiz.",
  ),
  flagged: z.boolean(),
  /** Time on this question since the last save, at most an hour. */
  spentMs: z.int().min(0).max(3_600_000).default(0),
});
export type SaveAnswer = z.output<typeof SaveAnswerSchema>;

export const SavedAnswerSchema = z.object({
  revision: z.int(),
  serverNow: z.iso.datetime(),
  deadlineAt: z.iso.datetime().nullable(),
});
export type SavedAnswer = z.output<typeof SavedAnswerSchema>;

/** How an attempt stands: small, to be asked often. */
export const AttemptStatusSchema = z.object({
  state: z.enum(["open", "submitted"]),
  deadlineAt: z.iso.datetime().nullable(),
  serverNow: z.iso.datetime(),
});
export type AttemptStatus = z.output<typeof AttemptStatusSchema>;

export const SubmittedAttemptSchema = z.object({
  id: z.uuid(),
  submittedAt: z.iso.datetime(),
  submittedBy: z.enum(["learner", "deadline"]),
});
export type SubmittedAttempt = z.output<typeof SubmittedAttemptSchema>;
