import { ClassTime } from "@/components/quizzes/assignments/class-time";
import type { FeedbackPart, FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { feedbackWords } from "@/lib/domain/quizzes/feedback-words";

type ResultSummaryProps = {
  class: { timeZone: string };
  submittedAt: string;
  submittedBy: "learner" | "deadline";
  score: { points: number | null; maxPoints: number } | null;
  /** Percent taken off what the assignment counts. */
  latePercent: number;
  byHand: { points: number | null; maxPoints: number; isExcused: boolean; reason: string } | null;
  parts: Record<FeedbackPart, boolean>;
  policy: FeedbackPolicy;
};

/** When an attempt was handed in, what it gave, and what will be shown later. */
export function ResultSummary({
  class: group,
  submittedAt,
  submittedBy,
  score,
  latePercent,
  byHand,
  parts,
  policy,
}: ResultSummaryProps) {
  const later = feedbackWords(
    policy,
    (part) => !parts[part] && policy[part] !== "never" && policy[part] !== "at-submit",
  );
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
      {latePercent > 0 ? <p>It was late: the assignment counts {latePercent} % less.</p> : null}
      {byHand?.isExcused ? <p>You are excused from this assignment.</p> : null}
      {byHand && byHand.reason !== "" ? (
        <p>
          Your instructor counts {byHand.points} of {byHand.maxPoints} points for the assignment:{" "}
          {byHand.reason}
        </p>
      ) : null}
      <p>
        {submittedBy === "deadline" ? "Handed in by itself when the time was over, " : "Handed in "}
        <ClassTime at={submittedAt} timeZone={group.timeZone} named />.
      </p>
      {later.map((sentence) => (
        <p key={sentence} className="text-muted">
          {sentence}
        </p>
      ))}
    </section>
  );
}
