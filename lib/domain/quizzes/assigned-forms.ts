/** What is assigned, as its forms show it: times are on the clocks of the class. */
import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";

/** "" and 0 before it is assigned. `revision` is that of the page it is changed on. */
type Assigned = {
  assignmentId: string;
  revision: number;
  title: string;
  opensAt: string;
  dueAt: string;
  sectionIds: string[];
};

export type AssignmentFormValues = Assigned & {
  quizId: string;
  closesAt: string;
  timeLimitMinutes: string;
  attemptsAllowed: string;
  counts: string;
  latePercentPerDay: number;
  lateMostPercent: number;
  policy: FeedbackPolicy;
  hasCode: boolean;
  completionAids: boolean;
  onePerPage: boolean;
};

export type HomeworkFormValues = Assigned & {
  ruleKind: "reviews" | "readiness";
  scope: string;
  perDay: number;
  missedDays: number;
  targetPercent: number;
  credit: "proportional" | "all-or-nothing";
  points: number;
};

/** What study work may be about. */
export type ScopeGroup = { title: string; choices: { value: string; title: string }[] };
