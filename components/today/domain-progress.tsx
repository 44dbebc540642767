import { LayerBar } from "@/components/ui/layer-bar";
import type { DomainRecall, ExamRecall } from "@/lib/domain/progress/domain-recall";

type DomainProgressProps = { exams: readonly ExamRecall[]; hasStudied: boolean };

/** How far the learner is, domain by domain. */
export function DomainProgress({ exams, hasStudied }: DomainProgressProps) {
  return (
    <section aria-labelledby="readiness" className="flex flex-col gap-5">
      <div>
        <h2 id="readiness" className="text-xl font-semibold">
          Readiness
        </h2>
        <p className="mt-0.5 max-w-2xl text-sm text-muted">
          {hasStudied
            ? "What you would be expected to recall today, of all questions of a domain. What you have not seen counts as not known."
            : "Fills up as you answer: how much of each exam domain you have seen, and how much of it you would recall today."}
        </p>
      </div>
      <div className={`grid gap-x-10 gap-y-8 ${exams.length > 1 ? "md:grid-cols-2" : ""}`}>
        {exams.map((exam) => (
          <ExamDomains key={exam.id} exam={exam} single={exams.length === 1} />
        ))}
      </div>
      <Legend />
    </section>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function ExamDomains({ exam, single }: { exam: ExamRecall; single: boolean }) {
  return (
    <div>
      <h3 className="mb-2 flex items-baseline justify-between gap-4 border-b border-line pb-2">
        <span className="font-medium">
          {exam.id.toUpperCase()}
          <span className="ms-2 font-normal text-muted max-sm:hidden">{exam.title}</span>
        </span>
        <span className="text-lg font-semibold tabular-nums">{percent(exam.readiness)}</span>
      </h3>
      <ul className={`grid gap-x-10 ${single ? "md:grid-cols-2" : ""}`}>
        {exam.domains.map((domain) => (
          <DomainRow key={domain.id} domain={domain} />
        ))}
      </ul>
    </div>
  );
}

function DomainRow({ domain }: { domain: DomainRecall }) {
  const { title, weight, questions, seen, recalled } = domain;
  const share = (part: number) => (questions === 0 ? 0 : part / questions);
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0">
          {title} <span className="text-sm whitespace-nowrap text-faint">{weight} %</span>
        </span>
        <span className="shrink-0 text-sm text-muted tabular-nums">
          {questions === 0 ? "no questions yet" : `${seen} of ${questions} seen`}
        </span>
      </div>
      <LayerBar
        front={share(recalled)}
        back={share(seen)}
        label={`${title}: ${percent(share(recalled))} expected to be recalled, ${percent(share(seen))} seen`}
      />
    </li>
  );
}

const Legend = () => (
  <ul aria-label="Legend" className="flex gap-5 text-sm text-muted">
    <li className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-5 rounded-full bg-accent" /> recalled today
    </li>
    <li className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-5 rounded-full bg-accent-line" /> seen
    </li>
  </ul>
);
