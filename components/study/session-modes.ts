import type { SessionMode } from "@/lib/domain/study/queue-contract";

export const SESSION_MODE_NAMES: readonly SessionMode[] = [
  "today",
  "due",
  "new",
  "weak",
  "missed",
  "flagged",
];

type ModeWords = {
  title: string;
  says: string;
  /** Beside a session that cannot be chosen. */
  whenEmpty: string;
  /** On the screen of a session that has nothing to ask. */
  whenDone: string;
};

/** What each session is called, what it does, and why there may be nothing in it. */
export const MODE_WORDS: Record<SessionMode, ModeWords> = {
  today: {
    title: "Today",
    says: "What is due, then new questions",
    whenEmpty: "All done for today",
    whenDone: "You are ahead of your forgetting. Come back when something is due.",
  },
  due: {
    title: "Due only",
    says: "No new questions",
    whenEmpty: "Nothing is due now",
    whenDone: "Nothing is due now. New questions may be there.",
  },
  new: {
    title: "New only",
    says: "Questions you have not seen",
    whenEmpty: "Today’s new questions are done",
    whenDone: "Today’s new questions are done. More can be allowed in the settings.",
  },
  weak: {
    title: "Weak points",
    says: "Recalled least, forgotten most",
    whenEmpty: "No weak point yet",
    whenDone: "No weak point is left: all of it is fresh enough.",
  },
  missed: {
    title: "Missed today",
    says: "What went wrong today, once more",
    whenEmpty: "Nothing missed today",
    whenDone: "Nothing that was missed today is left.",
  },
  flagged: {
    title: "Flagged",
    says: "What you marked to find again",
    whenEmpty: "None yet: flag one from its menu",
    whenDone: "No flagged question is left to ask.",
  },
};
