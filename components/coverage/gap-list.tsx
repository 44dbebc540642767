import { CircleAlert, CircleCheck } from "lucide-react";

import type { CoverageGap } from "@/lib/domain/questions/coverage";

const ABOUT: Record<CoverageGap["about"], string> = {
  bank: "Bank",
  kind: "Kind",
  domain: "Domain",
  competency: "Competency",
  section: "Section",
  erratum: "Wrong statement",
};

/** What is missing and what to do about it, first of all. */
export function GapList({ gaps }: { gaps: readonly CoverageGap[] }) {
  return (
    <section aria-labelledby="gaps" className="flex flex-col gap-3">
      <h2 id="gaps" className="text-xl font-semibold">
        Gaps
      </h2>
      {gaps.length === 0 ? (
        <p className="flex items-start gap-2 text-good">
          <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
          No gaps: every bank has what the notes are worth, every competency and every section is
          asked, every domain is within 5 points of its weight.
        </p>
      ) : (
        <ul className="divide-y divide-bad-line rounded-xl border border-bad-line bg-bad-soft">
          {gaps.map(({ about, id, problem, remedy }) => (
            <li key={`${about} ${id}`} className="flex gap-2.5 px-4 py-2.5">
              <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
              <p className="min-w-0">
                <span className="font-medium text-bad">
                  {ABOUT[about]} <span className="font-mono text-sm break-words">{id}</span>
                </span>
                : {problem} <span className="text-muted">{remedy}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
