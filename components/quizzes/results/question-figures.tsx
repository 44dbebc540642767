import Link from "next/link";

import { figureText } from "@/components/quizzes/results/figure-text";
import { InlineMarkdown } from "@/components/ui/markdown";
import { Table } from "@/components/ui/table";
import { isKeyDoubtful, LEAST_STUDENTS } from "@/lib/domain/quizzes/item-analysis";
import type { QuestionResults, QuizResults } from "@/lib/domain/quizzes/quiz-results";

type QuestionFiguresProps = {
  /** Of the results: questions are below it. */
  base: string;
  questions: readonly { id: string; prompt: string }[];
  results: QuizResults;
};

const HEAD = ["Question", "Answers", "Facility", "Spread", "Discrimination", "Efficiency"] as const;

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
      <Table ofFigures caption="Figures of the questions" head={HEAD}>
        {questions.map((question, index) => (
          <QuestionRow
            key={question.id}
            href={`${base}/${question.id}`}
            number={index + 1}
            question={question}
            found={results.questions[index]}
          />
        ))}
      </Table>
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
      <td>{found?.answers ?? 0}</td>
      <FigureCells answers={found?.answers ?? 0} figures={found?.figures ?? null} />
    </tr>
  );
}

function FigureCells({ answers, figures }: Pick<QuestionResults, "answers" | "figures">) {
  const { facility, spread, discriminationIndex, discriminativeEfficiency } = figures ?? NO_FIGURES;
  return (
    <>
      <td>{shareText(facility)}</td>
      <td>{shareText(spread)}</td>
      <td>
        {figureText(discriminationIndex, 0)}
        {isKeyDoubtful(discriminationIndex, answers) ? (
          <span className="block text-xs text-bad">look at its key</span>
        ) : null}
      </td>
      <td>{figureText(discriminativeEfficiency, 0)}</td>
    </>
  );
}

const NO_FIGURES = {
  facility: null,
  spread: null,
  discriminationIndex: null,
  discriminativeEfficiency: null,
};

const shareText = (share: number | null): string =>
  share === null ? "–" : `${figureText(100 * share, 0)} %`;

const firstLine = (prompt: string): string => prompt.trim().split("\n")[0] ?? "";
