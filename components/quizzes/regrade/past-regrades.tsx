import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Badge } from "@/components/ui/badge";

type PastRegrade = {
  id: string;
  appliedAt: string;
  undoneAt: string | null;
  by: string | null;
  cause: "regrade" | "appeal";
  reason: string;
  changes: number;
};

type PastRegradesProps = {
  values: Readonly<Record<string, string>>;
  past: readonly PastRegrade[];
  timeZone: string;
  undo: FormAction;
};

/** What was graded anew at an assignment, and taken back. */
export function PastRegrades({ values, past, timeZone, undo }: PastRegradesProps) {
  return (
    <section aria-labelledby="past" className="flex flex-col gap-3">
      <h3 id="past" className="text-lg font-semibold">
        Graded anew so far
      </h3>
      {past.length === 0 ? (
        <p className="text-muted">Nothing yet.</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {past.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-3"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <ClassTime at={one.appliedAt} timeZone={timeZone} />
                  {one.cause === "appeal" ? <Badge tone="accent">Appeal</Badge> : null}
                  {one.undoneAt === null ? null : <Badge>Undone</Badge>}
                </p>
                <p className="text-sm break-words text-muted">
                  {one.changes === 1 ? "1 mark" : `${one.changes} marks`}, by{" "}
                  {one.by ?? "somebody whose account is gone"}
                  {one.reason === "" ? "" : `: ${one.reason}`}
                </p>
              </div>
              {one.undoneAt === null && one.cause === "regrade" ? (
                <ConfirmButton
                  action={undo}
                  values={{ ...values, id: one.id }}
                  title="Undo this regrade?"
                  consequences={
                    <p>
                      Marks become what they were before it. Those that somebody has changed since
                      stay as they are.
                    </p>
                  }
                  confirm="Undo"
                >
                  Undo
                </ConfirmButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
