import type { Metadata } from "next";
import { headers } from "next/headers";

import { Page } from "@/components/layout/page";
import { CatchUpOffer } from "@/components/plan/catch-up-offer";
import { ReadinessSection } from "@/components/progress/readiness-section";
import { SessionChooser } from "@/components/study/session-chooser";
import { AssignedList } from "@/components/today/assigned-list";
import { DueCard } from "@/components/today/due-card";
import { ExamCard, StreakCard } from "@/components/today/day-cards";
import { signedOut } from "@/lib/server/auth/actor";
import { findSessionClaims } from "@/lib/server/auth/session";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewSessions } from "@/lib/server/services/view-sessions";
import { viewToday } from "@/lib/server/services/view-today";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const now = currentTime(await headers());
  const today = await load("/today", async () => {
    const claims = await findSessionClaims();
    if (!claims) throw signedOut();
    const [view, sessions] = await Promise.all([viewToday(claims, now), viewSessions(claims, now)]);
    return { ...view, sessions };
  });
  const date = now.toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: today.timeZone,
  });
  return (
    <Page title="Today" intro={date}>
      {today.backlog ? <CatchUpOffer {...today.backlog} /> : null}
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
        <DueCard
          counts={today.counts}
          minutes={today.minutes}
          nextDueAt={today.nextDueAt}
          timeZone={today.timeZone}
          now={now}
          hasStudied={today.hasStudied}
        />
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-1">
          <StreakCard streak={today.streak} reviewedToday={today.counts.reviewedToday} />
          <ExamCard exam={today.exam} />
        </div>
      </div>
      <AssignedList assigned={today.assigned} />
      <section aria-labelledby="sessions" className="flex flex-col gap-3">
        <h2 id="sessions" className="text-lg font-semibold">
          Sessions
        </h2>
        <SessionChooser sessions={today.sessions} />
      </section>
      <ReadinessSection exams={today.readiness} hasStudied={today.hasStudied} />
    </Page>
  );
}
