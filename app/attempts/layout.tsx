import { cookies } from "next/headers";

import { SiteHeader } from "@/components/layout/site-header";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { findActor } from "@/lib/server/auth/actor";

/** The frame of a quiz: on phones the whole screen belongs to it. */
export default async function AttemptLayout({ children }: LayoutProps<"/attempts">) {
  const [actor, jar] = await Promise.all([findActor(), cookies()]);
  return (
    <>
      <SiteHeader theme={toTheme(jar.get(THEME_COOKIE)?.value)} person={actor} />
      {children}
    </>
  );
}
