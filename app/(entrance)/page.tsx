import { headers } from "next/headers";

import { StartAsGuest } from "@/components/account/start-as-guest";
import { TryQuestion } from "@/components/landing/try-question";
import { WhatIsDifferent } from "@/components/landing/what-is-different";
import { LinkButton } from "@/components/ui/button";
import { findActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { viewLandingQuestion } from "@/lib/server/services/view-landing-question";

import { adoptTimeZoneAction } from "./actions";

export default async function LandingPage() {
  const now = currentTime(await headers());
  const [actor, question] = await Promise.all([findActor(), viewLandingQuestion(now)]);
  const start = actor ? (
    <LinkButton href="/today" look="primary" size="large">
      Go on studying
    </LinkButton>
  ) : (
    <StartAsGuest
      label="Start studying"
      to="/study"
      look="primary"
      adoptTimeZone={adoptTimeZoneAction}
    />
  );
  return (
    <main id="main" className="mx-auto w-full max-w-5xl flex-1 px-4 pb-20 sm:px-6">
      <div className="grid items-start gap-x-14 gap-y-10 pt-10 sm:pt-16 lg:grid-cols-[5fr_6fr]">
        <div className="flex flex-col items-start gap-6">
          <h1 className="text-3xl font-semibold tracking-[-0.03em] sm:text-[2.625rem] sm:leading-[1.12]">
            Study for CKA and CKAD a few minutes a day, and still know it on exam day.
          </h1>
          <p className="text-lg text-muted">
            Reconcile asks what you are about to forget, reads your kubectl lines the way kubectl
            does, and says when each question comes back.
          </p>
          <div className="flex flex-col items-start gap-2.5">
            {start}
            <p className="text-sm text-muted">
              No account needed. Sign up later and keep every answer.
            </p>
          </div>
        </div>
        {question ? <TryQuestion question={question} /> : null}
      </div>
      <WhatIsDifferent />
    </main>
  );
}
