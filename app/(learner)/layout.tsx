import { cookies } from "next/headers";

import { GuestBanner } from "@/components/layout/guest-banner";
import { TabBar } from "@/components/layout/nav-links";
import { SiteHeader } from "@/components/layout/site-header";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { findActor } from "@/lib/server/auth/actor";
import { viewFrame } from "@/lib/server/services/view-frame";

/** The frame of everything that is for signed-in people; each page checks that itself. */
export default async function LearnerLayout({ children }: LayoutProps<"/">) {
  const [actor, jar] = await Promise.all([findActor(), cookies()]);
  const facts = actor && (await viewFrame(actor));
  return (
    <>
      <SiteHeader theme={toTheme(jar.get(THEME_COOKIE)?.value)} person={actor} facts={facts} />
      {actor?.isGuest ? <GuestBanner /> : null}
      {children}
      {facts ? <TabBar facts={facts} /> : null}
    </>
  );
}
