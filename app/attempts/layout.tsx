import { cookies } from "next/headers";

import { SiteHeader } from "@/components/layout/site-header";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { findActor } from "@/lib/server/auth/actor";
import { viewFrame } from "@/lib/server/services/view-frame";

/** The frame of a quiz: on phones the whole screen belongs to it. */
export default async function AttemptLayout({ children }: LayoutProps<"/attempts">) {
  const [actor, jar] = await Promise.all([findActor(), cookies()]);
  const facts = actor && (await viewFrame(actor));
  return (
    <>
      <SiteHeader theme={toTheme(jar.get(THEME_COOKIE)?.value)} person={actor} facts={facts} />
      {children}
    </>
  );
}
