import { formatFigure } from "@/components/charts/chart-data";
import { NotYet, Panel, PanelHead } from "@/components/progress/panel";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Table } from "@/components/ui/table";
import type { AnswerTime } from "@/lib/domain/progress/answer-times";

export function AnswerTimes({ times }: { times: readonly AnswerTime[] }) {
  const title = "Answer times";
  const explanation =
    "How long you take: half of your answers to a kind of question come within the first time, nine of ten within the second.";
  if (times.length === 0) {
    return (
      <NotYet title={title} explanation={explanation}>
        No answers in this time: choose a longer one, or answer what is due.
      </NotYet>
    );
  }
  return (
    <Panel>
      <PanelHead title={title} explanation={explanation} />
      <Table caption={title} head={["Kind", "Answers", "Half within", "Nine of ten within"]}>
        {times.map(({ kind, answers, medianSeconds, p90Seconds }) => (
          <tr key={kind} className="tabular-nums">
            <td>{labelOf(kind)}</td>
            <td>{answers.toLocaleString("en-GB")}</td>
            <td className="whitespace-nowrap">{formatFigure(medianSeconds, "seconds")}</td>
            <td className="text-end whitespace-nowrap">{formatFigure(p90Seconds, "seconds")}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

const LABELS: Readonly<Record<string, string>> = KIND_LABELS;
const labelOf = (kind: string): string => LABELS[kind] ?? "No longer asked";
