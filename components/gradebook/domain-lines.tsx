import { shareWords } from "@/components/gradebook/grade-words";
import { Table } from "@/components/ui/table";

type DomainLinesProps = {
  domains: readonly {
    id: string;
    exam: string;
    title: string;
    share: number | null;
    answers: number;
    recall: number | null;
  }[];
};

/** What somebody knows of each domain: from quizzes, and from study where it is shared. */
export function DomainLines({ domains }: DomainLinesProps) {
  const isStudyShown = domains.some(({ recall }) => recall !== null);
  const head = ["Domain", "Exam", "Answers in quizzes", "Points had"];
  return (
    <Table caption="Each domain" head={isStudyShown ? [...head, "Expected recall"] : head}>
      {domains.map(({ id, exam, title, share, answers, recall }) => (
        <tr key={id}>
          <th scope="row" className="text-start font-medium">
            {title}
          </th>
          <td>{exam}</td>
          <td className="tabular-nums">{answers}</td>
          <td className="whitespace-nowrap tabular-nums last:text-end">{shareWords(share)}</td>
          {isStudyShown ? (
            <td className="text-end whitespace-nowrap tabular-nums">{shareWords(recall)}</td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}
