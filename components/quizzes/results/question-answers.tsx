import { figureText } from "@/components/quizzes/results/figure-text";
import { Badge } from "@/components/ui/badge";
import { InlineMarkdown } from "@/components/ui/markdown";
import { Table } from "@/components/ui/table";
import { counted } from "@/components/ui/counted";
import type { QuestionAnswers as Answers } from "@/lib/domain/quizzes/question-results";

/** What was answered to one question. */
export function QuestionAnswers({ answers, count }: { answers: Answers; count: number }) {
  const { choices, clusters } = answers;
  if (choices.length === 0 && clusters.length === 0) {
    return (
      <p className="text-muted">
        {counted(count, "answer")}. Options and kubectl lines are gathered here; this question has
        neither, or every line was right.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <Choices choices={choices} count={count} />
      <Clusters clusters={clusters} />
    </div>
  );
}

function Choices({ choices, count }: Pick<Answers, "choices"> & { count: number }) {
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="choices" className="flex flex-col gap-2">
      <h3 id="choices" className="text-lg font-semibold">
        Chosen options
      </h3>
      <p className="max-w-3xl text-sm text-muted">
        With the point-biserial correlation of choosing each with the points of the whole attempt:
        high for a right option, negative for a good wrong one. It contains the question itself, and
        is a little high for that.
      </p>
      <Table
        ofFigures
        caption="Table of the chosen options"
        head={["Option", "Chosen", "Correlation"]}
      >
        {choices.map(({ text, isRight, count: chosen, pointBiserial }) => (
          <tr key={`${String(isRight)} ${text}`}>
            <th scope="row" className="text-start font-normal wrap-anywhere">
              <InlineMarkdown text={text} className="me-2" />
              {isRight ? <Badge tone="good">Right</Badge> : null}
            </th>
            <td className="whitespace-nowrap">
              {chosen} <span className="text-muted">({Math.round((100 * chosen) / count)} %)</span>
            </td>
            <td>{figureText(pointBiserial, 2)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Clusters({ clusters }: Pick<Answers, "clusters">) {
  if (clusters.length === 0) return null;
  return (
    <section aria-labelledby="clusters" className="flex flex-col gap-2">
      <h3 id="clusters" className="text-lg font-semibold">
        Wrong lines, by what they got wrong
      </h3>
      <ul className="flex flex-col gap-2">
        {clusters.map(({ findings, count, examples }) => (
          <li
            key={JSON.stringify(findings)}
            className="rounded-xl border border-line bg-surface px-4 py-3 text-sm"
          >
            <p className="flex flex-wrap items-center gap-1.5">
              <span className="font-medium tabular-nums">{count}×</span>
              {findings.length === 0 ? <Badge>something else</Badge> : null}
              {findings.map(({ code, field }) => (
                <Badge key={`${code} ${field ?? ""}`}>
                  {code.replaceAll("-", " ")}
                  {field === null ? "" : `: ${field}`}
                </Badge>
              ))}
            </p>
            <ul className="mt-1.5 flex flex-col gap-0.5 font-mono text-xs wrap-anywhere">
              {examples.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
