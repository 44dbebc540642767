import Link from "next/link";

import { InlineMarkdown } from "@/components/ui/markdown";
import { LEAST_STUDENTS } from "@/lib/domain/quizzes/item-analysis";
import type { QuestionResults, QuizResults } from "@/lib/domain/quizzes/quiz-results";

type QuestionFiguresProps = {
  /** Of the results: questions are below it. */
  base: string;
  questions: readonly { id: string; prompt: string }[];
  results: QuizResults;
};

const HEAD = ["Answers", "Facility", "Spread", "Discrimination", "Efficiency"];

/** What the answers say about each question. */
export function QuestionFigures({ base, questions, results }: QuestionFiguresProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-3">
      <h3 id="questions" className="text-lg font-semibold">
        The questions
      </h3>
      <p className="max-w-3xl text-sm text-muted">
        Facility is the mean share of the points. Discrimination says how far those who did well
        elsewhere did well here (−100 to 100), efficiency how near that is to the most that these
        marks allow. Shown from {LEAST_STUDENTS} answers on. Open a question to see what was
        answered.
      </p>
      <div
        tabIndex={0}
        role="region"
        aria-label="Figures of the questions"
        className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="w-full text-sm tabular-nums [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
          <thead className="border-b border-line text-muted">
            <tr>
              <th scope="col" className="text-start font-medium">
                Question
              </th>
              {HEAD.map((name) => (
                <th key={name} scope="col" className="text-end font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map((question, index) => (
              <QuestionRow
                key={question.id}
                href={`${base}/${question.id}`}
                number={index + 1}
                question={question}
                found={results.questions[index]}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type QuestionRowProps = {
  href: string;
  number: number;
  question: { id: string; prompt: string };
  found: QuestionResults | undefined;
};

function QuestionRow({ href, number, question, found }: QuestionRowProps) {
  return (
    <tr>
      <th scope="row" className="min-w-56 text-start font-normal">
        <Link
          href={href}
          className="font-medium text-accent underline decoration-accent-line underline-offset-3"
        >
          Q{number} {question.id}
        </Link>
        <span className="line-clamp-2 max-w-xl text-muted">
          <InlineMarkdown text={firstLine(question.prompt)} />
        </span>
      </th>
      <td className="text-end">{found?.answers ?? 0}</td>
      <FigureCells figures={found?.figures ?? null} />
    </tr>
  );
}

function FigureCells({ figures }: Pick<QuestionResults, "figures">) {
  if (!figures) {
    return ["facility", "spread", "discrimination", "efficiency"].map((name) => (
      <td key={name} className="text-end">
        –
      </td>
    ));
  }
  const { facility, spread, discriminationIndex, discriminativeEfficiency } = figures;
  return (
    <>
      <td className="text-end">{(100 * facility).toFixed(0)} %</td>
      <td className="text-end">{(100 * spread).toFixed(0)} %</td>
      <td className="text-end">
        {discriminationIndex?.toFixed(0) ?? "–"}
        {discriminationIndex !== null && discriminationIndex < 0 ? (
          <span className="block text-xs text-bad">look at its key</span>
        ) : null}
      </td>
      <td className="text-end">{discriminativeEfficiency?.toFixed(0) ?? "–"}</td>
    </>
  );
}

const firstLine = (prompt: string): string => prompt.trim().split("\n")[0] ?? "";
