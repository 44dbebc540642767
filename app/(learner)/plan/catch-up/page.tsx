import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { Page } from "@/components/layout/page";
import { CatchUpChooser } from "@/components/plan/catch-up-chooser";
import { PerDayForm } from "@/components/plan/per-day-form";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/components/ui/counted";
import { CatchUpSchema } from "@/lib/domain/study/catch-up-contract";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewCatchUp } from "@/lib/server/services/view-catch-up";

import { catchUpAction } from "../actions";

export const metadata: Metadata = { title: "Catch up" };

export default async function CatchUpPage({ searchParams }: PageProps<"/plan/catch-up">) {
  const now = currentTime(await headers());
  const { perDay } = await searchParams;
  const asked = CatchUpSchema.safeParse({ perDay });
  const view = await load("/plan/catch-up", async () =>
    viewCatchUp(await requireActor(), asked.success ? asked.data : null, now),
  );
  if (view.waiting === 0) return <NothingWaits />;
  const { chosen } = view;
  const options = [
    ...view.options.filter(({ days }) => days !== chosen?.days),
    ...(chosen ? [chosen] : []),
  ].sort((a, b) => a.days - b.days);
  const usual = options.find(({ perDay: most }) => most <= view.reviewsPerDay) ?? options.at(-1);
  return (
    <Page
      title="Catch up"
      intro={`${counted(view.waiting, "review")} waiting. The most valuable come first: what you still recall and the exam weighs most. Nothing changes until you choose.`}
    >
      <PerDayForm perDay={chosen?.perDay ?? view.reviewsPerDay} />
      <CatchUpChooser
        key={chosen?.days ?? 0}
        waiting={view.waiting}
        options={options}
        initialDays={chosen?.days ?? usual?.days ?? 1}
        apply={catchUpAction}
      />
    </Page>
  );
}

const NothingWaits = () => (
  <Page title="Catch up">
    <EmptyState
      icon={CalendarCheck}
      title="Nothing waits"
      action={<LinkButton href="/today">Back to today</LinkButton>}
    >
      <p>No review is overdue: there is nothing to spread.</p>
    </EmptyState>
  </Page>
);
