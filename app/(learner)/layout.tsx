import { cookies } from "next/headers";

import { GuestBanner } from "@/components/layout/guest-banner";
import { TabBar } from "@/components/layout/nav-links";
import { SiteHeader } from "@/components/layout/site-header";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { canHandleReports } from "@/lib/domain/access/report-access";
import { findActor } from "@/lib/server/auth/actor";

/** The frame of everything that is for signed-in people; each page checks that itself. */
export default async function LearnerLayout({ children }: LayoutProps<"/">) {
  const [actor, jar] = await Promise.all([findActor(), cookies()]);
  return (
    <>
      <SiteHeader theme={toTheme(jar.get(THEME_COOKIE)?.value)} person={actor} />
      {actor?.isGuest ? <GuestBanner /> : null}
      {children}
      {actor ? <TabBar withReports={canHandleReports(actor)} /> : null}
    </>
  );
}
