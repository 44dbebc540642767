import { OutcomeBadge } from "@/components/banks/memory-state";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";
import { isEvidence } from "@/lib/domain/study/purpose";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";

const RATINGS = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" } as const;

/** Every answer to one question, newest first. */
export function QuestionHistory({ reviews }: Pick<HistoryResponse, "reviews">) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 text-sm font-medium text-muted">
        Your answers
      </h2>
      {reviews.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-muted">
          You have not answered this one yet. Its turn comes while you study.
        </p>
      ) : (
        <Table caption="Answers to this question" head={["When", "Verdict", "Rating", "Time"]}>
          {reviews.map(({ id, reviewedAt, purpose, outcome, rating, durationMs, undoneAt }) => (
            <tr key={id} className={undoneAt ? "text-faint line-through" : ""}>
              <td>
                <LocalTime at={reviewedAt} />
                {undoneAt ? <span className="sr-only"> (taken back)</span> : null}
              </td>
              <td>
                <OutcomeBadge outcome={outcome} />
              </td>
              <td>{isEvidence(purpose) ? RATINGS[rating] : "Practice"}</td>
              <td className="text-end tabular-nums">{Math.round(durationMs / 1000)} s</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
