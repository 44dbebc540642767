import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";

export type AssignmentFormValues = {
  assignmentId: string;
  revision: number;
  quizId: string;
  title: string;
  opensAt: string;
  dueAt: string;
  closesAt: string;
  timeLimitMinutes: string;
  attemptsAllowed: string;
  counts: string;
  latePercentPerDay: number;
  lateMostPercent: number;
  policy: FeedbackPolicy;
  hasCode: boolean;
  sectionIds: string[];
  completionAids: boolean;
  onePerPage: boolean;
};

export type ErrorsOf = (name: string) => readonly string[] | undefined;
