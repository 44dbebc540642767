import { ArrowUpRight } from "lucide-react";

import { BandBar } from "@/components/progress/band-bar";
import { calendarDate, percent, points } from "@/components/progress/figure-words";
import { TextLink } from "@/components/ui/text-link";
import type { DomainReadiness, ExamReadiness, Expectation } from "@/lib/domain/progress/readiness";
import type { ReadinessGain } from "@/lib/domain/progress/readiness-gains";

export type ShownReadiness = ExamReadiness & {
  examDate: string | null;
  today: number;
  gains: readonly ReadinessGain[];
};

type ReadinessSectionProps = {
  exams: readonly ShownReadiness[];
  hasStudied: boolean;
  /** With the competencies of each domain. */
  detailed?: boolean;
};

/** How much of an exam would be recalled on its day, domain by domain. */
export function ReadinessSection({ exams, hasStudied, detailed = false }: ReadinessSectionProps) {
  return (
    <section aria-labelledby="readiness" className="flex flex-col gap-5">
      <div>
        <h2 id="readiness" className="text-xl font-semibold">
          Readiness
        </h2>
        <p className="mt-0.5 max-w-2xl text-sm text-muted">
          {hasStudied
            ? `The share of the questions you would be expected to recall ${dayWords(exams)}, weighted as the exam weights its domains; what you have not seen counts as not known. It is no probability of passing.`
            : "Fills up as you answer: how much of each exam domain you have seen, and how much of it you would recall on exam day."}
        </p>
      </div>
      <div className={`grid gap-x-10 gap-y-8 ${exams.length > 1 ? "md:grid-cols-2" : ""}`}>
        {exams.map((exam) => (
          <Exam key={exam.id} exam={exam} single={exams.length === 1} detailed={detailed} />
        ))}
      </div>
      <Legend />
    </section>
  );
}

const dayWords = ([exam]: readonly ShownReadiness[]): string =>
  exam?.examDate
    ? `on exam day, ${calendarDate(exam.examDate)}, if you studied no more until then`
    : "today";

type ExamProps = { exam: ShownReadiness; single: boolean; detailed: boolean };

function Exam({ exam, single, detailed }: ExamProps) {
  return (
    <div className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-4">
        <span className="font-medium">
          {exam.id.toUpperCase()}
          <span className="ms-2 font-normal text-muted max-sm:hidden">{exam.title}</span>
        </span>
        <span className="text-lg font-semibold tabular-nums">{percent(exam.expected)}</span>
      </h3>
      <p className="mb-2 flex flex-wrap justify-between gap-x-4 border-b border-line pb-2 text-sm text-muted tabular-nums">
        <span>
          {exam.seen} of {exam.questions} questions seen
          {exam.examDate ? `; ${percent(exam.today)} if it were today` : ""}
        </span>
        {exam.seen > 0 ? (
          <span>
            between {percent(exam.low)} and {percent(exam.high)}
          </span>
        ) : null}
      </p>
      <ul className={`grid gap-x-10 ${single ? "md:grid-cols-2" : ""}`}>
        {exam.domains.map((domain) => (
          <Domain key={domain.id} domain={domain} detailed={detailed} />
        ))}
      </ul>
      <Gains gains={exam.gains} />
    </div>
  );
}

const bandWords = (title: string, { seen, expected, low, high }: Expectation): string =>
  seen === 0
    ? `${title}: nothing seen yet`
    : `${title}: ${percent(expected)} expected to be recalled, between ${percent(low)} and ${percent(high)}`;

function Domain({ domain, detailed }: { domain: DomainReadiness; detailed: boolean }) {
  const { title, weight, questions } = domain;
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <Line title={title} part={domain} note={`${weight} %`} />
      {detailed && questions > 0 ? (
        <details className="text-sm">
          <summary className="w-fit text-muted">
            {domain.competencies.length} competencies
            <span className="sr-only"> of {title}</span>
          </summary>
          <ul className="mt-1 mb-2 flex flex-col gap-2 border-s border-line ps-3">
            {domain.competencies.map((competency) => (
              <li key={competency.id} className="flex flex-col gap-1">
                <Line title={competency.title} part={competency} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

/** Before the first answer anything is possible: a band from end to end would look like a full bar. */
const bandOf = ({ seen, expected, low, high }: Expectation) =>
  seen === 0 ? { expected: 0, low: 0, high: 0 } : { expected, low, high };

type LineProps = { title: string; part: Expectation; note?: string };

const Line = ({ title, part, note }: LineProps) => (
  <>
    <div className="flex items-baseline justify-between gap-4">
      <span className="min-w-0">
        {title}
        {note ? <span className="ms-1 text-sm whitespace-nowrap text-faint">{note}</span> : null}
      </span>
      <span className="shrink-0 text-sm text-muted tabular-nums">
        {part.questions === 0 ? "no questions yet" : `${part.seen} of ${part.questions} seen`}
      </span>
    </div>
    <BandBar {...bandOf(part)} label={bandWords(title, part)} />
  </>
);

const MOST_GAINS = 3;

/** What to do about it: where questions add most. */
function Gains({ gains }: { gains: readonly ReadinessGain[] }) {
  if (gains.length === 0) return null;
  return (
    <div className="mt-3">
      <h4 className="text-sm font-medium text-muted">What would raise it most</h4>
      <ol className="mt-1 flex flex-col gap-1.5">
        {gains.slice(0, MOST_GAINS).map((gain) => (
          <li key={gain.id} className="flex items-baseline justify-between gap-4 text-sm">
            <span>
              <TextLink href={`/study?domain=${gain.id}`}>
                {gain.questions} {gain.questions === 1 ? "question" : "questions"} on {gain.title}
              </TextLink>
              {gain.new > 0 && gain.new < gain.questions ? ` (${gain.new} of them new)` : null}
            </span>
            <span className="flex shrink-0 items-center gap-1 text-muted tabular-nums">
              <ArrowUpRight aria-hidden className="size-4" />
              {points(gain.gain)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const Legend = () => (
  <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
    <li className="flex items-center gap-2">
      <span aria-hidden className="h-2 w-5 shrink-0 rounded-full bg-accent" /> expected
    </li>
    <li className="flex items-center gap-2">
      <span aria-hidden className="h-0.5 w-5 shrink-0 rounded-full bg-accent-line" /> likely range,
      9 times in 10, as you may know some of what you have not seen
    </li>
  </ul>
);
