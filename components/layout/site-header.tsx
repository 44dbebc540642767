import Link from "next/link";

import { Logo } from "@/components/layout/logo";
import type { NavFacts } from "@/components/layout/nav-choices";
import { TopNav } from "@/components/layout/nav-links";
import { NoticeBell } from "@/components/layout/notice-bell";
import type { Theme } from "@/components/layout/theme";
import { ThemeButton } from "@/components/layout/theme-button";
import { DeviceKeeper } from "@/components/offline/device-keeper";
import { LinkButton } from "@/components/ui/button";
import type { Actor } from "@/lib/domain/access/actor";

type SiteHeaderProps = {
  theme: Theme;
  /** Null when nobody is signed in. */
  person: Pick<Actor, "id" | "name" | "isGuest"> | null;
  /** Where they may go; null when nobody is signed in. */
  facts: NavFacts | null;
};

export function SiteHeader({ theme, person, facts }: SiteHeaderProps) {
  return (
    <>
      <header className="sticky top-0 z-30 border-b border-line bg-canvas print:hidden">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-4 px-4 sm:px-6 lg:gap-6">
          <Logo href={person ? "/today" : "/"} />
          {facts ? <TopNav facts={facts} /> : null}
          <div className="ms-auto flex items-center gap-1">
            {facts && !person?.isGuest ? <NoticeBell unread={facts.unread} /> : null}
            <ThemeButton initial={theme} />
            {person ? <Account person={person} /> : <SignIn />}
          </div>
        </div>
      </header>
      {person ? <DeviceKeeper userId={person.id} /> : null}
    </>
  );
}

const SignIn = () => (
  <>
    <LinkButton href="/kubectl" look="quiet" size="small">
      Try kubectl
    </LinkButton>
    <LinkButton href="/sign-in" look="quiet" size="small">
      Sign in
    </LinkButton>
  </>
);

function Account({ person }: { person: Pick<Actor, "name" | "isGuest"> }) {
  if (person.isGuest) {
    return (
      <LinkButton href="/sign-up" size="small" look="plain">
        Sign up
      </LinkButton>
    );
  }
  return (
    <Link
      href="/settings"
      aria-label={`Account of ${person.name}`}
      title={person.name}
      className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-strong"
    >
      {person.name.trim().charAt(0).toUpperCase() || "?"}
    </Link>
  );
}
