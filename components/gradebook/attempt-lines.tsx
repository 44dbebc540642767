import { pointWords } from "@/components/gradebook/grade-words";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Table } from "@/components/ui/table";

type AttemptLinesProps = {
  timeZone: string;
  attempts: readonly {
    id: string;
    title: string;
    number: number;
    submittedAt: string;
    submittedBy: "learner" | "deadline";
    spentMs: number;
    points: number | null;
    most: number;
  }[];
  /** Said where there are no points. */
  noPoints: string;
};

const MINUTE_MS = 60_000;

/** What a student has handed in. */
export const AttemptLines = ({ timeZone, attempts, noPoints }: AttemptLinesProps) => (
  <Table caption="Each attempt" head={["Assignment", "Attempt", "Handed in", "Minutes", "Points"]}>
    {attempts.map(({ id, title, number, submittedAt, submittedBy, spentMs, points, most }) => (
      <tr key={id}>
        <th scope="row" className="text-start font-medium">
          {title}
        </th>
        <td className="tabular-nums">{number}</td>
        <td className="whitespace-nowrap">
          <ClassTime at={submittedAt} timeZone={timeZone} />
          {submittedBy === "deadline" ? (
            <span className="block text-muted">time was up</span>
          ) : null}
        </td>
        <td className="tabular-nums">{Math.round(spentMs / MINUTE_MS)}</td>
        <td className="text-end whitespace-nowrap tabular-nums">
          {points === null ? noPoints : `${pointWords(points)} of ${pointWords(most)}`}
        </td>
      </tr>
    ))}
  </Table>
);
