/**
 * Who asks, in the table of what happens to whom. "student", "assistant" and "instructor" are
 * of the class that is asked about; "colleague" is an instructor of another class.
 */
export const ACCESS_ROLES = [
  "visitor",
  "guest",
  "stranger",
  "student",
  "assistant",
  "instructor",
  "colleague",
  "admin",
] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** What happens to each. */
export type Outcomes<T> = Record<AccessRole, T>;

/** The same to all, but for those named. */
export const all = <T>(outcome: T, but: Partial<Outcomes<T>> = {}): Outcomes<T> => ({
  visitor: outcome,
  guest: outcome,
  stranger: outcome,
  student: outcome,
  assistant: outcome,
  instructor: outcome,
  colleague: outcome,
  admin: outcome,
  ...but,
});

/** What requests are about: made anew for each, so that none finds what another left. */
export type AccessWorld = {
  classId: string;
  joinCode: string;
  inviteToken: string;
  sectionId: string;
  /** On the roster, and not a member. */
  expectedEmail: string;
  /** A student of the class who is none of those who ask. */
  targetId: string;
  targetReportId: string;
  quizId: string;
  assignmentId: string;
  /** Study work of the class. */
  homeworkId: string;
  /** Open, of "student". */
  attemptId: string;
  /** Of nobody's assignment. */
  questionId: string;
  bankId: string;
  /** Private, of "instructor", shared with nobody; with a question `own` and a draft of it. */
  ownBankId: string;
  draftId: string;
  /** The assignment's: withheld from "student". */
  assignedQuestionId: string;
};
