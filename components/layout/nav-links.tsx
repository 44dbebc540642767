"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { MoreLinks } from "@/components/layout/more-links";
import { isHere, linksFor, splitLinks, type NavFacts } from "@/components/layout/nav-choices";

const MOST_AT_THE_TOP = 8;
const MOST_AT_THE_BOTTOM = 5;

/** In the bar at the top; on phones the same links are at the bottom (`TabBar`). */
export function TopNav({ facts }: { facts: NavFacts }) {
  const path = usePathname();
  const [shown, more] = splitLinks(linksFor(facts), MOST_AT_THE_TOP);
  return (
    <nav aria-label="Main" className="hidden md:block">
      <ul className="flex items-center gap-0.5 lg:gap-1">
        {shown.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path, href) ? "page" : undefined}
              className="flex h-9 items-center rounded-md px-2 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink lg:px-2.5"
            >
              {label}
            </Link>
          </li>
        ))}
        {more.length > 0 ? (
          <li>
            <MoreLinks key={path} links={more} path={path} at="top" />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** For thumbs. Not while studying: there the whole screen belongs to the question. */
export function TabBar({ facts }: { facts: NavFacts }) {
  const path = usePathname();
  if (isHere(path, "/study")) return null;
  const [shown, more] = splitLinks(linksFor(facts), MOST_AT_THE_BOTTOM);
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {shown.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path, href) ? "page" : undefined}
              className="flex h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted -outline-offset-2 aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-5" />
              {label}
            </Link>
          </li>
        ))}
        <li>
          <MoreLinks key={path} links={more} path={path} at="bottom" />
        </li>
      </ul>
    </nav>
  );
}
