import { NotYet, Panel, PanelHead } from "@/components/progress/panel";
import { plainText } from "@/components/ui/markdown";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { HardQuestion } from "@/lib/domain/progress/hardest-questions";

type HardestQuestionsProps = {
  questions: readonly HardQuestion[];
  prompts: Readonly<Record<string, string>>;
};

export function HardestQuestions({ questions, prompts }: HardestQuestionsProps) {
  const title = "Hardest questions";
  const explanation =
    "What you forgot most often of the times it came back; a look at the explanation or a drill may be worth more than another review.";
  if (questions.length === 0) {
    return (
      <NotYet title={title} explanation={explanation}>
        Nothing was forgotten in this time.
      </NotYet>
    );
  }
  return (
    <Panel>
      <PanelHead title={title} explanation={explanation} />
      <Table caption={title} head={["Question", "Forgotten"]}>
        {questions.map(({ questionId, attempts, forgotten }) => (
          <tr key={questionId}>
            <td className="min-w-36">
              <HardQuestionLink id={questionId} prompt={prompts[questionId] ?? ""} />
            </td>
            <td className="text-end whitespace-nowrap tabular-nums">
              {forgotten} of {attempts.toLocaleString("en-GB")}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function HardQuestionLink({ id, prompt }: { id: string; prompt: string }) {
  if (prompt === "") return <span className="text-muted">{id} (no longer asked)</span>;
  return (
    <TextLink href={`/banks/${id}`}>
      <span className="line-clamp-2">{plainText(prompt)}</span>
    </TextLink>
  );
}
