/** What instructors send to grade an assignment anew. */
import { z } from "zod";

import { AssignmentRefSchema } from "@/lib/domain/quizzes/assignment-input";
import { REGRADE_POLICIES, RULINGS } from "@/lib/domain/quizzes/regrade-item";

export const ReasonSchema = z.string().trim().max(500, "Use at most 500 characters.");
export const RequiredReasonSchema = ReasonSchema.min(1, "Say why: it is kept with the change.");

const RulingsSchema = z.record(z.string().max(200), z.enum(RULINGS));

/** What a regrade is to do. */
export const RegradeRequestSchema = z.strictObject({
  /** Judge answers by today's keys. */
  keys: z.boolean(),
  /** Take today's points of the quiz. */
  points: z.boolean(),
  /** The rulings that are to be in force afterwards, by question. */
  rulings: RulingsSchema,
});
export type RegradeRequest = z.output<typeof RegradeRequestSchema>;

const isTicked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** `rulings[]` are "full <question id>" and "left-out <question id>". */
export const PreviewRegradeSchema = AssignmentRefSchema.extend({
  policy: z.enum(REGRADE_POLICIES),
  keys: isTicked,
  points: isTicked,
  rulings: z
    .array(z.string().max(220))
    .max(500)
    .default([])
    .transform((lines) => Object.fromEntries(lines.map(readRuling).filter(([, one]) => one !== "")))
    .pipe(RulingsSchema),
  reason: ReasonSchema.default(""),
}).superRefine(({ rulings, reason }, context) => {
  if (reason !== "" || Object.keys(rulings).length === 0) return;
  context.addIssue({
    code: "custom",
    path: ["reason"],
    message: "Say why: students read it beside their points.",
  });
});
export type PreviewRegrade = z.output<typeof PreviewRegradeSchema>;

function readRuling(line: string): [string, string] {
  const at = line.indexOf(" ");
  return at < 0 ? ["", ""] : [line.slice(at + 1), line.slice(0, at)];
}

export const RegradeRefSchema = AssignmentRefSchema.extend({ id: z.uuid().toLowerCase() });
export type RegradeRef = z.output<typeof RegradeRefSchema>;
