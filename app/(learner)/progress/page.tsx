import { ChartLine } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { Page } from "@/components/layout/page";
import { TimeSpent, YearOfStudy } from "@/components/progress/activity-charts";
import { AnswerTimes } from "@/components/progress/answer-times";
import { CalibrationPanel } from "@/components/progress/calibration-panel";
import { Forecast, StabilityChart, StateChart } from "@/components/progress/card-charts";
import { HardestQuestions } from "@/components/progress/hardest-questions";
import { KeyFigures } from "@/components/progress/key-figures";
import { ProgressFilterBar } from "@/components/progress/progress-filter-bar";
import { ReadinessSection } from "@/components/progress/readiness-section";
import { RetentionByBank, RetentionByInterval } from "@/components/progress/retention-charts";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProgressFilterSchema } from "@/lib/domain/progress/progress-filter";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewProgress, type ProgressView } from "@/lib/server/services/view-progress";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage({ searchParams }: PageProps<"/progress">) {
  const now = currentTime(await headers());
  const { range, bank } = await searchParams;
  const filter = ProgressFilterSchema.parse({ range, bank });
  const view = await load("/progress", async () => viewProgress(await requireActor(), filter, now));
  if (!view.hasStudied) return <NothingYet view={view} />;
  return (
    <Page
      title="Progress"
      intro="What you remember, how sure that is, and what it takes."
      actions={<ProgressFilterBar filter={view.filter} banks={view.banks} />}
    >
      <KeyFigures {...view} {...view.summary} />
      <YearOfStudy calendar={view.calendar} />
      <ReadinessSection exams={view.readiness} hasStudied detailed />
      <Memory view={view} />
      <Workload view={view} />
    </Page>
  );
}

const NothingYet = ({ view }: { view: ProgressView }) => (
  <Page title="Progress">
    <EmptyState
      icon={ChartLine}
      title="There is nothing to show yet"
      action={
        <LinkButton href="/study" look="primary">
          Answer your first question
        </LinkButton>
      }
    >
      <p>
        After your first answers you see here what you remember and for how long, how well that was
        predicted, what falls due, and how ready you are for the exam.
      </p>
    </EmptyState>
    <ReadinessSection exams={view.readiness} hasStudied={false} />
  </Page>
);

function Memory({ view: { summary, desiredRetention, banks, prompts } }: { view: ProgressView }) {
  const titles = new Map(banks.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="memory" className="flex flex-col gap-4">
      <h2 id="memory" className="text-xl font-semibold">
        Memory
      </h2>
      <div className="grid gap-4 lg:grid-cols-2">
        <RetentionByInterval intervals={summary.byInterval} desiredRetention={desiredRetention} />
        <RetentionByBank banks={summary.byBank} titles={titles} />
      </div>
      <CalibrationPanel calibration={summary.calibration} attempts={summary.retention.attempts} />
      <HardestQuestions questions={summary.hardest} prompts={prompts} />
    </section>
  );
}

function Workload({
  view: { forecast, states, stability, days, summary },
}: {
  view: ProgressView;
}) {
  return (
    <section aria-labelledby="workload" className="flex flex-col gap-4">
      <h2 id="workload" className="text-xl font-semibold">
        Cards and time
      </h2>
      <div className="grid gap-4 lg:grid-cols-2">
        <Forecast days={forecast} />
        <TimeSpent days={days} />
        <StateChart states={states} />
        <StabilityChart groups={stability} />
      </div>
      <AnswerTimes times={summary.times} />
    </section>
  );
}
