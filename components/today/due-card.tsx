import { ArrowRight } from "lucide-react";

import { formatFigure } from "@/components/charts/chart-data";
import { LinkButton } from "@/components/ui/button";
import { dateWords } from "@/components/ui/date-words";
import type { QueueCounts } from "@/lib/domain/study/queue-contract";

type DueCardProps = {
  counts: QueueCounts;
  minutes: number;
  nextDueAt: Date | null;
  timeZone: string;
  now: Date;
  hasStudied: boolean;
};

const CARD = "rounded-xl border border-line bg-surface p-5 shadow-low sm:p-7";

/** The one thing to do today. */
export function DueCard({ counts, minutes, nextDueAt, timeZone, now, hasStudied }: DueCardProps) {
  const total = counts.learning + counts.due + counts.new;
  if (total === 0) {
    return (
      <section aria-labelledby="due" className={`${CARD} flex flex-col justify-between gap-6`}>
        <div>
          <h2 id="due" className="text-xl font-semibold">
            All done for today
          </h2>
          <p className="mt-1 text-muted">
            {nextDueAt
              ? `The next question is due ${dateWords(nextDueAt, now, timeZone)}.`
              : "Nothing is scheduled yet."}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/banks">Browse the banks</LinkButton>
          <LinkButton href="/settings" look="quiet">
            Allow more new questions a day
          </LinkButton>
        </div>
      </section>
    );
  }
  return (
    <section aria-labelledby="due" className={`${CARD} flex flex-col justify-between gap-6`}>
      <div>
        <h2 id="due" className="text-muted">
          {hasStudied ? "Ready for you now" : "Your first questions"}
        </h2>
        <p className="mt-1 text-4xl font-semibold tracking-[-0.03em] tabular-nums">
          {total}
          <span className="ms-3 text-xl font-medium tracking-normal text-muted">
            {total === 1 ? "question" : "questions"}
            <span className="max-sm:hidden"> · </span>
            <span className="max-sm:block max-sm:text-base">
              about {formatFigure(minutes, "minutes")}
            </span>
          </span>
        </p>
      </div>
      <dl className="grid grid-cols-3 divide-x divide-line">
        <Count name="Reviews" value={counts.due} />
        <Count name="Learning" value={counts.learning} />
        <Count name="New" value={counts.new} />
      </dl>
      <div>
        <LinkButton href="/study" look="primary" size="large" className="w-full sm:w-auto">
          {counts.reviewedToday > 0 ? "Go on studying" : "Start studying"}
          <ArrowRight aria-hidden className="size-4" />
        </LinkButton>
      </div>
    </section>
  );
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col-reverse px-4 first:ps-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
