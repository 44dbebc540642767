import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Table } from "@/components/ui/table";

type HistoryLine = {
  at: string;
  who: string | null;
  what: string;
  before: string | null;
  after: string | null;
  cause: string;
  reason: string | null;
};

/** Every change of a student's marks, as the database wrote it down. */
export function GradeHistory({
  lines,
  timeZone,
}: {
  lines: readonly HistoryLine[];
  timeZone: string;
}) {
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h3 id="history" className="text-lg font-semibold">
        History of the marks
      </h3>
      {lines.length === 0 ? (
        <p className="text-muted">Nothing has been marked yet.</p>
      ) : (
        <Table caption="Changes of marks" head={["When", "What", "Before", "After", "Why"]}>
          {lines.map((line, index) => (
            <tr key={index} className="align-top">
              <td className="whitespace-nowrap">
                <ClassTime at={line.at} timeZone={timeZone} />
                <span className="block text-muted">{line.who ?? "By itself"}</span>
              </td>
              <td className="whitespace-nowrap">{line.what}</td>
              <td className="whitespace-nowrap tabular-nums">{line.before ?? "–"}</td>
              <td className="whitespace-nowrap tabular-nums">{line.after ?? "–"}</td>
              <td className="min-w-48 text-end">
                {line.cause}
                {line.reason === null ? null : (
                  <span className="block text-muted">{line.reason}</span>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
