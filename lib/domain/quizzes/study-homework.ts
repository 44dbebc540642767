/** Study as homework: what is asked for, how far somebody is, and the credit it gives. */
import { z } from "zod";

import { toHundredths } from "@/lib/domain/quizzes/score-attempts";

const ScopeSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("all") }),
  z.strictObject({ by: z.literal("exam"), id: z.string().max(40) }),
  z.strictObject({ by: z.literal("domain"), id: z.string().max(100) }),
  z.strictObject({ by: z.literal("bank"), id: z.string().max(100) }),
]);
/** The questions that homework is about. */
export type StudyScope = z.output<typeof ScopeSchema>;

/** "proportional": a share of the points for a share of what is wanted. */
export const CREDITS = ["proportional", "all-or-nothing"] as const;

const sharedFields = {
  scope: ScopeSchema,
  credit: z.enum(CREDITS),
  points: z.number().min(0).max(1_000),
};

export const StudyRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reviews"),
    ...sharedFields,
    /** Answers of study, on each of the student's days from opening to due. Practice is none. */
    perDay: z.number().int().min(1).max(500),
    /** Of these days so many are enough: homework leaves room for a free Sunday. */
    days: z.number().int().min(1).max(366),
  }),
  z.strictObject({
    kind: z.literal("readiness"),
    ...sharedFields,
    /** 0.7 asks for an expected recall of 70 % of the questions when it is due. */
    target: z.number().min(0.05).max(1),
  }),
]);
export type StudyRule = z.output<typeof StudyRuleSchema>;

export type StudyFigures = {
  /** Answers that count, by number of the student's day, within opening and due. */
  answersByDay: ReadonlyMap<number, number>;
  /** The student's days that opening and due touch: nobody is asked for more of them. */
  daysThere: number;
  /** Readiness in the rule's scope, 0 to 1: now, or when the homework was due. */
  readiness: number;
};

export type HomeworkProgress = {
  /** Days reached, or readiness. */
  reached: number;
  wanted: number;
  /** 0 to 1. */
  share: number;
  /** What it would give if it were over now. */
  points: number;
};

export function homeworkProgress(rule: StudyRule, figures: StudyFigures): HomeworkProgress {
  const [reached, wanted] =
    rule.kind === "reviews"
      ? [daysReached(figures.answersByDay, rule.perDay), Math.min(rule.days, figures.daysThere)]
      : [figures.readiness, rule.target];
  const share = wanted <= 0 ? 1 : Math.min(1, reached / wanted);
  const credited = rule.credit === "all-or-nothing" ? Math.floor(share) : share;
  return { reached, wanted, share, points: toHundredths(rule.points * credited) };
}

const daysReached = (answersByDay: ReadonlyMap<number, number>, perDay: number): number =>
  [...answersByDay.values()].filter((answers) => answers >= perDay).length;
