import { Badge } from "@/components/ui/badge";
import { InlineMarkdown, Markdown } from "@/components/ui/markdown";
import { LEAST_STUDENTS } from "@/lib/domain/quizzes/item-analysis";
import type { QuestionResults, QuizResults } from "@/lib/domain/quizzes/quiz-results";

type QuestionFiguresProps = {
  questions: readonly { id: string; prompt: string }[];
  results: QuizResults;
};

/** What the answers say about each question. */
export function QuestionFigures({ questions, results }: QuestionFiguresProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-3">
      <h3 id="questions" className="text-lg font-semibold">
        The questions
      </h3>
      <ol className="flex flex-col gap-3">
        {questions.map(({ id, prompt }, index) => {
          const found = results.questions.find(({ questionId }) => questionId === id);
          return (
            <li key={id} className="rounded-xl border border-line bg-surface p-4">
              <details>
                <summary className="cursor-pointer font-medium">
                  Q{index + 1} <span className="font-normal text-muted">{id}</span>
                </summary>
                <div className="mt-2">
                  <Markdown text={prompt} />
                </div>
              </details>
              {found ? <Figures found={found} /> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Figures({ found: { answers, figures } }: { found: QuestionResults }) {
  if (!figures) {
    return (
      <p className="mt-2 text-sm text-muted">
        {answers === 1 ? "1 answer" : `${answers} answers`}: figures are shown from {LEAST_STUDENTS}{" "}
        on.
      </p>
    );
  }
  const { facility, spread, discriminationIndex, discriminativeEfficiency } = figures;
  const values: [string, string][] = [
    ["Answers", String(answers)],
    ["Facility", `${(100 * facility).toFixed(0)} %`],
    ["Spread", `${(100 * spread).toFixed(0)} %`],
    ["Discrimination", discriminationIndex?.toFixed(0) ?? "–"],
    ["Efficiency", discriminativeEfficiency?.toFixed(0) ?? "–"],
  ];
  return (
    <div className="mt-3 flex flex-col gap-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {values.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {discriminationIndex !== null && discriminationIndex < 0 ? (
        <p className="text-sm text-bad">
          Those who did well elsewhere did worse here: look at its key and its wording.
        </p>
      ) : null}
      <Choices choices={figures.choices} />
      <Clusters clusters={figures.clusters} />
    </div>
  );
}

type FiguresOf = NonNullable<QuestionResults["figures"]>;

function Choices({ choices }: Pick<FiguresOf, "choices">) {
  if (choices.length === 0) return null;
  return (
    <table className="w-full text-sm [&_td]:py-1 [&_th]:py-1">
      <caption className="text-start text-xs text-muted">
        Chosen options, with the point-biserial correlation of choosing each with the total
      </caption>
      <tbody>
        {choices.map(({ text, count, pointBiserial }) => (
          <tr key={text} className="border-t border-line">
            <th scope="row" className="text-start font-normal">
              <InlineMarkdown text={text} />
            </th>
            <td className="w-12 text-end tabular-nums">{count}</td>
            <td className="w-16 text-end tabular-nums">{pointBiserial?.toFixed(2) ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Clusters({ clusters }: Pick<FiguresOf, "clusters">) {
  if (clusters.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-xs text-muted">Wrong lines, by what they got wrong</h4>
      <ul className="flex flex-col gap-2">
        {clusters.map(({ findings, count, examples }) => (
          <li key={JSON.stringify(findings)} className="rounded-lg bg-sunken px-3 py-2 text-sm">
            <p className="flex flex-wrap items-center gap-1.5">
              <span className="font-medium tabular-nums">{count}×</span>
              {findings.map(({ code, field }) => (
                <Badge key={`${code} ${field ?? ""}`}>
                  {code.replaceAll("-", " ")}
                  {field === null ? "" : `: ${field}`}
                </Badge>
              ))}
            </p>
            <ul className="mt-1 flex flex-col gap-0.5 font-mono text-xs break-all">
              {examples.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
