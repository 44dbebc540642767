/** When students see what of an attempt, in sentences. */
import {
  FEEDBACK_TIMES,
  type FeedbackPart,
  type FeedbackPolicy,
  type FeedbackTime,
} from "@/lib/domain/quizzes/feedback-policy";

const PARTS: Record<FeedbackPart, string> = {
  score: "your score",
  answers: "your answers",
  verdicts: "which answers were right",
  solutions: "the solutions",
};

const BEFORE: Record<FeedbackTime, string> = {
  "at-submit": "Once you have handed in you see",
  "after-close": "When the quiz has closed for everyone you see",
  "on-release": "When your instructor releases the results you see",
  never: "You do not see",
};

/** A sentence for each time at which some of these parts are shown, in the order of time. */
export function feedbackWords(
  policy: FeedbackPolicy,
  wanted: (part: FeedbackPart) => boolean = () => true,
): string[] {
  return FEEDBACK_TIMES.flatMap((when) => {
    const parts = (Object.keys(PARTS) as FeedbackPart[]).filter(
      (part) => policy[part] === when && wanted(part),
    );
    return parts.length === 0 ? [] : [`${BEFORE[when]} ${listOf(parts, when)}.`];
  });
}

function listOf(parts: readonly FeedbackPart[], when: FeedbackTime): string {
  const names = parts.map((part) => PARTS[part]);
  const last = names.at(-1) ?? "";
  if (names.length === 1) return last;
  return `${names.slice(0, -1).join(", ")} ${when === "never" ? "or" : "and"} ${last}`;
}
