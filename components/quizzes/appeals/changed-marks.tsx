import { Table } from "@/components/ui/table";

export type ChangedMark = {
  name: string;
  assignment: string;
  before: number | null;
  after: number | null;
  most: number;
};

const SHOWN = 200;

/** Whose marks an answer in the key changes, and how. */
export function ChangedMarks({ changes }: { changes: readonly ChangedMark[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <Table caption="Marks that would change" head={["Student", "Before", "After"]}>
        {changes.slice(0, SHOWN).map(({ name, assignment, before, after, most }, index) => (
          <tr key={index}>
            <th scope="row" className="text-start font-normal">
              {name}
              <span className="block text-xs text-muted">{assignment}</span>
            </th>
            <td className="whitespace-nowrap tabular-nums">{pointsWords(before, most)}</td>
            <td className="text-end whitespace-nowrap tabular-nums">{pointsWords(after, most)}</td>
          </tr>
        ))}
      </Table>
      {changes.length > SHOWN ? (
        <p className="text-sm text-muted">And {changes.length - SHOWN} more.</p>
      ) : null}
    </>
  );
}

const pointsWords = (points: number | null, most: number): string =>
  points === null ? "not marked" : `${points} of ${most}`;
