import { windowState, type PersonalDates } from "@/lib/domain/quizzes/attempt-window";

export const ASSIGNMENT_STATES = [
  "opens",
  "due",
  "in-progress",
  "submitted",
  "graded",
  "released",
  "missed",
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export type StudentStanding = {
  dates: PersonalDates;
  hasOpenAttempt: boolean;
  hasSubmitted: boolean;
  /** Everything is marked, and the student may see the score. */
  isScoreShown: boolean;
  isReleased: boolean;
};

/** How an assignment stands for one student. */
export function assignmentState(standing: StudentStanding, now: Date): AssignmentState {
  const { dates, hasOpenAttempt, hasSubmitted, isScoreShown, isReleased } = standing;
  if (hasOpenAttempt) return "in-progress";
  if (hasSubmitted) return isReleased ? "released" : isScoreShown ? "graded" : "submitted";
  switch (windowState(dates, now)) {
    case "not-open":
      return "opens";
    case "open":
      return "due";
    case "closed":
      return "missed";
  }
}
