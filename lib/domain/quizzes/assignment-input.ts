/** What instructors send to assign a quiz. Times are those of the class's clocks. */
import { z } from "zod";

import { FEEDBACK_TIMES } from "@/lib/domain/quizzes/feedback-policy";
import { COUNTING } from "@/lib/domain/quizzes/score-attempts";

const IdSchema = z.uuid().toLowerCase();
const blankIsNull = (value: unknown) => (value === "" ? null : value);

const LocalTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/u, "Enter a date and a time.");

export const wholeNumber = (least: number, most: number) => {
  const message = `Enter a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

const percent = z.coerce
  .number("Enter a percentage.")
  .min(0, "Enter a percentage from 0 to 100.")
  .max(100, "Enter a percentage from 0 to 100.");

const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());
const WhenSchema = z.enum(FEEDBACK_TIMES);

const AssignmentTitleSchema = z
  .string()
  .trim()
  .min(1, "Give it a title.")
  .max(120, "Use at most 120 characters.");

/** Of quizzes and of study work alike. */
export const sharedFields = {
  classId: IdSchema,
  title: AssignmentTitleSchema,
  opensAt: LocalTimeSchema,
  dueAt: LocalTimeSchema,
  sectionIds: z.array(IdSchema).max(100).default([]),
};

const quizFields = {
  ...sharedFields,
  quizId: IdSchema,
  /** Late work is taken until then; empty: none is. */
  closesAt: z.preprocess(blankIsNull, LocalTimeSchema.nullable()),
  timeLimitMinutes: z.preprocess(blankIsNull, wholeNumber(1, 1_440).nullable()),
  attemptsAllowed: z.preprocess(blankIsNull, wholeNumber(1, 100).nullable()),
  counts: z.enum(COUNTING),
  latePercentPerDay: percent,
  lateMostPercent: percent,
  showScore: WhenSchema,
  showAnswers: WhenSchema,
  showVerdicts: WhenSchema,
  showSolutions: WhenSchema,
  /** "keep" leaves the code as it is. */
  codeChange: z.enum(["keep", "none", "set"]).default("none"),
  accessCode: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  completionAids: ticked.default(false),
  onePerPage: ticked.default(false),
};

export const NewAssignmentSchema = z.strictObject(quizFields);
export type NewAssignment = z.output<typeof NewAssignmentSchema>;

export const AssignmentRefSchema = z.strictObject({ classId: IdSchema, assignmentId: IdSchema });
export type AssignmentRef = z.output<typeof AssignmentRefSchema>;

/** `revision` is that of the page it was changed on. */
export const AssignmentChangeSchema = NewAssignmentSchema.extend({
  assignmentId: IdSchema,
  revision: z.coerce.number().int(),
});
export type AssignmentChange = z.output<typeof AssignmentChangeSchema>;
