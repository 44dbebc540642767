import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Table } from "@/components/ui/table";

type EventRun = {
  kind: string;
  count: number;
  from: string;
  to: string;
  address: string | null;
  agent: string | null;
};

const KINDS: Readonly<Record<string, string>> = {
  started: "Started",
  resumed: "Opened again",
  saved: "Saved",
  submitted: "Handed in",
  deadline: "Handed in when the time was over",
};

/** What happened in an attempt, and from which device. */
export function AttemptEvents({
  events,
  timeZone,
}: {
  events: readonly EventRun[];
  timeZone: string;
}) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events" className="flex flex-col gap-3">
      <h3 id="events" className="text-lg font-semibold">
        What happened
      </h3>
      <Table caption="Events of the attempts" head={["When", "What", "From"]}>
        {events.map(({ kind, count, from, to, address, agent }, index) => (
          <tr key={index} className="align-top">
            <td className="whitespace-nowrap">
              <ClassTime at={from} timeZone={timeZone} />
              {count === 1 ? null : (
                <span className="block text-muted">
                  to <ClassTime at={to} timeZone={timeZone} />
                </span>
              )}
            </td>
            <td className="whitespace-nowrap">
              {KINDS[kind] ?? kind}
              {count === 1 ? "" : `, ${count} times`}
            </td>
            <td className="min-w-48 text-end">
              {address ?? "–"}
              {agent === null ? null : <span className="block text-xs text-muted">{agent}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
