import { FormMessage } from "@/components/form/form-message";
import type { ImportOutcome } from "@/components/my-data/send-import";
import { Table } from "@/components/ui/table";

const reviews = (count: number): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? "review" : "reviews"}`;

/** What a file would do, or has done, and what is wrong with it. */
export function ImportSummary({ outcome }: { outcome: ImportOutcome }) {
  if (outcome.status === "failed") return <FormMessage error={outcome.message} />;
  const {
    saved,
    reviews: found,
    added,
    known,
    leftOut,
    questions,
    problems,
    problemCount,
  } = outcome.report;
  if (saved) return <FormMessage done={`Added ${reviews(added)} of ${questions} questions.`} />;
  if (problemCount > 0) {
    return (
      <>
        <FormMessage
          error={`${problemCount} ${problemCount === 1 ? "line has a problem" : "lines have a problem"}: nothing was added.`}
        />
        <Table caption="Problems" head={["Line", "Problem"]}>
          {problems.map(({ line, message }) => (
            <tr key={line}>
              <td className="tabular-nums">{line}</td>
              <td className="text-end">{message}</td>
            </tr>
          ))}
        </Table>
      </>
    );
  }
  return (
    <ul className="list-disc ps-5">
      <li>{reviews(found)} found in the file.</li>
      <li>
        {added === 0
          ? "None of them is new."
          : `${reviews(added)} of ${questions} questions are new and would be added; their dates are counted anew.`}
      </li>
      {known > 0 ? <li>{reviews(known)} are in your log already and stay as they are.</li> : null}
      {leftOut > 0 ? (
        <li>{reviews(leftOut)} are of questions that are not here: left out.</li>
      ) : null}
    </ul>
  );
}
