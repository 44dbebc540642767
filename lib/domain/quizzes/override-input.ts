/** What staff send to give points by hand, excuse somebody, or say something of an answer. */
import { z } from "zod";

import { AssignmentRefSchema } from "@/lib/domain/quizzes/assignment-input";
import { ReasonSchema, RequiredReasonSchema } from "@/lib/domain/quizzes/regrade-input";

const IdSchema = z.uuid().toLowerCase();

const StudentRefSchema = AssignmentRefSchema.extend({ userId: IdSchema });
const AnswerRefSchema = StudentRefSchema.extend({
  attemptId: IdSchema,
  position: z.coerce.number().int().min(0),
});
export type StudentRef = z.output<typeof StudentRefSchema>;
export type AnswerRef = z.output<typeof AnswerRefSchema>;

export const PointsSchema = z
  .string("Enter points.")
  .trim()
  .regex(/^\d{1,4}([.,]\d{1,2})?$/u, "Enter points as a number, such as 2 or 1.5.")
  .transform((text) => Number(text.replace(",", ".")));

/** Points that an answer gets whatever the grader says. */
export const OverrideAnswerSchema = AnswerRefSchema.extend({
  points: PointsSchema,
  reason: RequiredReasonSchema,
  /** When the mark that was looked at was given: another since then is a conflict. */
  gradedAt: z.iso.datetime(),
});
export type OverrideAnswer = z.output<typeof OverrideAnswerSchema>;

export const DropAnswerOverrideSchema = AnswerRefSchema.extend({
  reason: ReasonSchema.default(""),
  gradedAt: z.iso.datetime(),
});
export type DropAnswerOverride = z.output<typeof DropAnswerOverrideSchema>;

/** `updatedAt` is that of the grade that was looked at; empty where there was none. */
const LookedAtSchema = z.union([z.literal(""), z.iso.datetime()]);

/** What the assignment counts for a student, whatever their answers give. */
export const OverrideTotalSchema = StudentRefSchema.extend({
  points: PointsSchema,
  reason: RequiredReasonSchema,
  updatedAt: LookedAtSchema,
});
export type OverrideTotal = z.output<typeof OverrideTotalSchema>;

export const DropTotalOverrideSchema = StudentRefSchema.extend({
  reason: ReasonSchema.default(""),
  updatedAt: LookedAtSchema,
});
export type DropTotalOverride = z.output<typeof DropTotalOverrideSchema>;

export const ExcuseSchema = StudentRefSchema.extend({
  reason: RequiredReasonSchema,
  updatedAt: LookedAtSchema,
});
export type Excuse = z.output<typeof ExcuseSchema>;

export const CommentSchema = AnswerRefSchema.extend({
  comment: z.string().trim().max(5_000, "Use at most 5,000 characters."),
});
export type Comment = z.output<typeof CommentSchema>;
