import type { Metadata } from "next";
import { headers } from "next/headers";
import { Suspense } from "react";

import { Page } from "@/components/layout/page";
import { CatchUpOffer } from "@/components/plan/catch-up-offer";
import { DaysOffEditor } from "@/components/plan/days-off-editor";
import { EffortPlanner } from "@/components/plan/effort-planner";
import { ExamCountdown } from "@/components/plan/exam-countdown";
import { FortnightChart } from "@/components/plan/fortnight-chart";
import { PlanSection } from "@/components/plan/plan-section";
import { Simulating } from "@/components/plan/simulating";
import { Panel } from "@/components/progress/panel";
import type { Actor } from "@/lib/domain/access/actor";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { simulatePlan } from "@/lib/server/services/simulate-plan";
import { viewPlan, type PlanView } from "@/lib/server/services/view-plan";

import { adoptPlanAction, changeDaysOffAction } from "./actions";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanPage() {
  const now = currentTime(await headers());
  const { actor, plan } = await load("/plan", async () => {
    const actor = await requireActor();
    return { actor, plan: await viewPlan(actor, now) };
  });
  const { settings, exam } = plan;
  const isToCome = exam !== null && exam.daysLeft > 0;
  return (
    <Page title="Plan" intro="From today to your exam: how much a day, and which days not.">
      <ExamCountdown exam={exam} />
      {plan.waiting > settings.reviewsPerDay ? (
        <CatchUpOffer waiting={plan.waiting} reviewsPerDay={settings.reviewsPerDay} />
      ) : null}
      {isToCome ? (
        <PlanSection
          id="effort"
          title="What a day’s effort leads to"
          text="Drag the slider along the curve to see what more or less time a day would bring."
        >
          <Panel>
            <Suspense fallback={<Simulating />}>
              <Effort actor={actor} plan={plan} now={now} />
            </Suspense>
          </Panel>
        </PlanSection>
      ) : null}
      <PlanSection
        id="days-off"
        title="Days off"
        text="Reviews on these days move to days near, and your streak is frozen."
      >
        <Panel>
          <DaysOffEditor
            today={plan.today}
            daysOff={settings.daysOff}
            examDate={settings.examDate}
            load={plan.load}
            change={changeDaysOffAction}
          />
        </Panel>
      </PlanSection>
      {isToCome ? <FortnightChart days={plan.fortnight} limit={plan.fortnightLimit} /> : null}
    </Page>
  );
}

async function Effort({ actor, plan, now }: { actor: Actor; plan: PlanView; now: Date }) {
  const curve = await simulatePlan(actor, now);
  if (!curve) {
    return <p className="text-muted">Your exam is too far away to be simulated day by day.</p>;
  }
  const { newPerDay, reviewsPerDay } = plan.settings;
  return <EffortPlanner {...curve} current={{ newPerDay, reviewsPerDay }} save={adoptPlanAction} />;
}
