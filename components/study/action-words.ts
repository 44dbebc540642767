import type { EntryKind, QuestionAction } from "@/lib/domain/study/action-contract";
import type { Undone } from "@/lib/domain/study/undo-contract";

const DONE: Record<QuestionAction, string> = {
  bury: "Set aside until tomorrow. Z takes it back.",
  suspend: "Suspended: it is not asked until you resume it. Z takes it back.",
  resume: "Resumed: it is asked again when it is due.",
  flag: "Flagged.",
  unflag: "Flag removed.",
  reset: "Started afresh: the question is new to you again. Z takes it back.",
};

export const doneWords = (kind: QuestionAction, recorded: boolean): string =>
  recorded ? DONE[kind] : "It was so already.";

/** What was done, as a list says it. */
export const ENTRY_WORDS: Record<EntryKind, string> = {
  answer: "Answered",
  drill: "Practised",
  retry: "Tried again",
  rating: "Rating changed",
  bury: "Set aside until the next day",
  suspend: "Suspended",
  resume: "Resumed",
  flag: "Flagged",
  unflag: "Flag removed",
  reset: "Started afresh",
  "days-off": "Days off changed",
  "catch-up": "Backlog spread",
  exam: "Exam or its date changed",
  levelling: "Days before the exam levelled",
  import: "Reviews imported",
};

const TAKEN_BACK: Partial<Record<EntryKind, string>> = {
  answer: "Answer taken back.",
  drill: "Practice taken back.",
  retry: "The second try was taken back.",
  rating: "The rating is as it was.",
  bury: "No longer set aside.",
  suspend: "No longer suspended.",
  resume: "Put away again as it was.",
  flag: "The flag is gone.",
  unflag: "The flag is back.",
  reset: "Your memory of the question is back.",
};

/** `asksAgain`: whether the question is on screen again; null where none ever is. */
export function undoneWords(undone: Undone | null, asksAgain: boolean | null): string {
  if (!undone) return "There is nothing to take back.";
  const { kind } = undone;
  const words = TAKEN_BACK[kind] ?? `Taken back: ${ENTRY_WORDS[kind].toLowerCase()}.`;
  if (asksAgain) return `${words} Here is the question again.`;
  return kind === "answer" && asksAgain === false
    ? `${words} Its question is no longer asked.`
    : words;
}
