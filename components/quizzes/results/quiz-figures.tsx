"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

import { figureText, tenthText } from "@/components/quizzes/results/figure-text";
import { LEAST_STUDENTS } from "@/lib/domain/quizzes/item-analysis";
import type { QuizResults } from "@/lib/domain/quizzes/quiz-results";

type QuizFiguresProps = { results: QuizResults; unmarked: number };

/** How reliable the quiz is, and how its totals are spread. */
export function QuizFigures({ results, unmarked }: QuizFiguresProps) {
  const { students, whole, distribution, bands } = results;
  return (
    <section aria-labelledby="whole" className="flex flex-col gap-3">
      <h3 id="whole" className="text-lg font-semibold">
        The quiz as a whole
      </h3>
      <p className="text-sm text-muted">
        From the first attempts of {students === 1 ? "1 student" : `${students} students`}, before
        anything was taken off for lateness.
        {unmarked === 0
          ? ""
          : ` ${unmarked === 1 ? "1 attempt is" : `${unmarked} attempts are`} left out, as something in it waits to be marked.`}
      </p>
      {whole ? (
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <Figure
            name="Mean"
            value={`${figureText(whole.mean, 2)} of ${Math.round(whole.most * 100) / 100}`}
          />
          <Figure name="Standard deviation" value={figureText(whole.deviation, 2)} />
          <Figure name="Reliability (alpha)" value={figureText(whole.alpha, 2)} />
          <Figure name="Standard error" value={figureText(whole.standardError, 2)} />
        </dl>
      ) : (
        <p>{whyNot(results)}</p>
      )}
      <div className="grid gap-6 md:grid-cols-[2fr_1fr]">
        {distribution ? <Distribution counts={distribution} /> : null}
        {bands ? <Bands bands={bands} students={students} /> : null}
      </div>
    </section>
  );
}

function whyNot({ students, isSameForAll }: QuizResults): string {
  if (students < LEAST_STUDENTS) {
    return `Figures are shown from ${LEAST_STUDENTS} students on: with fewer they say more of chance than of the questions, and could give single students away.`;
  }
  return isSameForAll
    ? "There is nothing to compare."
    : "Not everybody was asked the same questions, so that totals have no common reliability.";
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div className="rounded-lg border border-line bg-surface px-4 py-3">
    <dt className="text-xs text-muted">{name}</dt>
    <dd className="text-lg font-semibold tabular-nums">{value}</dd>
  </div>
);

function Distribution({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-sm font-medium">Students by share of the points</figcaption>
      <ol className="flex flex-col gap-1 text-sm tabular-nums">
        {counts.map((count, tenth) => (
          <li key={tenth} className="grid grid-cols-[6rem_1fr_2rem] items-center gap-2">
            <span className="text-muted">{tenthText(tenth)}</span>
            <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-3 w-full">
              <rect width={(100 * count) / most} height="8" className="fill-accent" />
            </svg>
            <span className="text-end">{count}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

type BandsProps = { bands: NonNullable<QuizResults["bands"]>; students: number };

function Bands({ bands, students }: BandsProps) {
  return (
    <table className="h-fit w-full text-sm tabular-nums [&_td]:py-1 [&_th]:py-1">
      <caption className="mb-1 text-start text-sm font-medium">Score bands</caption>
      <tbody>
        {bands.map(({ name, from, count }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="text-start font-normal">
              {name} <span className="text-muted">from {Math.round(100 * from)} %</span>
            </th>
            <td className="text-end">{count}</td>
            <td className="w-16 text-end text-muted">{Math.round((100 * count) / students)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
