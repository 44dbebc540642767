import { LocalTime } from "@/components/ui/local-time";
import type { FeedbackPart, FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";

type ResultSummaryProps = {
  submittedAt: string;
  submittedBy: "learner" | "deadline";
  score: { points: number | null; maxPoints: number } | null;
  byHand: { points: number | null; maxPoints: number; isExcused: boolean; reason: string } | null;
  parts: Record<FeedbackPart, boolean>;
  policy: FeedbackPolicy;
};

/** When an attempt was handed in, what it gave, and what will be shown later. */
export function ResultSummary({
  submittedAt,
  submittedBy,
  score,
  byHand,
  parts,
  policy,
}: ResultSummaryProps) {
  const later = laterWords(parts, policy);
  return (
    <section
      aria-label="Result"
      className="flex flex-col gap-2 rounded-xl border border-line bg-surface px-5 py-4"
    >
      {score ? (
        <p className="text-2xl font-semibold tabular-nums">
          {score.points === null
            ? "Not marked yet"
            : `${score.points} of ${score.maxPoints} points`}
        </p>
      ) : null}
      {byHand?.isExcused ? <p>You are excused from this assignment.</p> : null}
      {byHand && byHand.reason !== "" ? (
        <p>
          Your instructor counts {byHand.points} of {byHand.maxPoints} points for the assignment:{" "}
          {byHand.reason}
        </p>
      ) : null}
      <p>
        {submittedBy === "deadline" ? "Handed in by itself when the time was over, " : "Handed in "}
        <LocalTime at={submittedAt} />.
      </p>
      {later.map((sentence) => (
        <p key={sentence} className="text-muted">
          {sentence}
        </p>
      ))}
    </section>
  );
}

const NAMES: Record<FeedbackPart, string> = {
  score: "your score",
  answers: "your answers",
  verdicts: "which answers were right",
  solutions: "the solutions",
};

const TIMES = {
  "after-close": "When the quiz has closed for everyone you will see",
  "on-release": "When your instructor releases the results you will see",
} as const;

function laterWords(parts: Record<FeedbackPart, boolean>, policy: FeedbackPolicy): string[] {
  return (["after-close", "on-release"] as const).flatMap((when) => {
    const hidden = (Object.keys(NAMES) as FeedbackPart[]).filter(
      (part) => !parts[part] && policy[part] === when,
    );
    if (hidden.length === 0) return [];
    const names = hidden.map((part) => NAMES[part]);
    const list =
      names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}` : names[0];
    return [`${TIMES[when]} ${list ?? ""}.`];
  });
}
