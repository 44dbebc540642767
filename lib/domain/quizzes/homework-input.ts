/** What instructors send to assign study work. Times are those of the class's clocks. */
import { z } from "zod";

import {
  AssignmentRefSchema,
  sharedFields,
  wholeNumber,
} from "@/lib/domain/quizzes/assignment-input";
import { calendarDays } from "@/lib/domain/quizzes/homework-plan";
import { CREDITS, type StudyRule, type StudyScope } from "@/lib/domain/quizzes/study-homework";
import { err, ok, type Result } from "@/lib/domain/result";

const SCOPE = /^(?:all|(?:exam|domain|bank):[a-z0-9][a-z0-9/-]{0,99})$/u;
const points = "Enter points from 0 to 1,000.";

const studyFields = {
  ...sharedFields,
  /** "all", or "bank:pod-phases", "domain:cka/storage", "exam:cka". */
  scope: z.string().regex(SCOPE, "Choose what it is about."),
  credit: z.enum(CREDITS),
  points: z.coerce.number(points).min(0, points).max(1_000, points),
};
const reviewFields = {
  ruleKind: z.literal("reviews"),
  perDay: wholeNumber(1, 500),
  missedDays: wholeNumber(0, 365),
};
const readinessFields = {
  ruleKind: z.literal("readiness"),
  targetPercent: wholeNumber(5, 100),
};

export const NewHomeworkSchema = z.discriminatedUnion("ruleKind", [
  z.strictObject({ ...studyFields, ...reviewFields }),
  z.strictObject({ ...studyFields, ...readinessFields }),
]);
export type NewHomework = z.output<typeof NewHomeworkSchema>;

/** `revision` is that of the page it was changed on. */
const changeFields = { ...AssignmentRefSchema.shape, revision: z.coerce.number().int() };

export const HomeworkChangeSchema = z.discriminatedUnion("ruleKind", [
  z.strictObject({ ...studyFields, ...reviewFields, ...changeFields }),
  z.strictObject({ ...studyFields, ...readinessFields, ...changeFields }),
]);
export type HomeworkChange = z.output<typeof HomeworkChangeSchema>;

/** The rule of a form; an error is about the days that may be missed. */
export function studyRuleOf(input: NewHomework): Result<StudyRule, string> {
  const shared = { scope: toScope(input.scope), credit: input.credit, points: input.points };
  if (input.ruleKind === "readiness") {
    return ok({ kind: "readiness", ...shared, target: input.targetPercent / 100 });
  }
  const there = calendarDays(input.opensAt, input.dueAt);
  const days = Math.min(366, there) - input.missedDays;
  if (days >= 1) return ok({ kind: "reviews", ...shared, perDay: input.perDay, days });
  return err(
    `There are ${there === 1 ? "1 day" : `${there} days`} from opening to due. Leave one.`,
  );
}

export const scopeText = (scope: StudyScope): string =>
  scope.by === "all" ? "all" : `${scope.by}:${scope.id}`;

function toScope(text: string): StudyScope {
  const [by = "all", id = ""] = text.split(":");
  return by === "exam" || by === "domain" || by === "bank" ? { by, id } : { by: "all" };
}
