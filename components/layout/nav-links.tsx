"use client";

import {
  BookOpen,
  CalendarRange,
  ChartLine,
  Flag,
  Library,
  Settings,
  SquareTerminal,
  SunMedium,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const LINKS = [
  { href: "/today", label: "Today", icon: SunMedium },
  { href: "/study", label: "Study", icon: BookOpen },
  { href: "/banks", label: "Banks", icon: Library },
  { href: "/plan", label: "Plan", icon: CalendarRange },
  { href: "/progress", label: "Progress", icon: ChartLine },
  { href: "/kubectl", label: "kubectl", icon: SquareTerminal },
  { href: "/settings", label: "Settings", icon: Settings },
];

const HANDLE_REPORTS = { href: "/reports", label: "Reports", icon: Flag };

type NavProps = {
  /** For those who handle what learners report. */
  withReports: boolean;
};

const linksFor = ({ withReports }: NavProps) =>
  withReports ? [...LINKS.slice(0, -1), HANDLE_REPORTS, ...LINKS.slice(-1)] : LINKS;

const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** In the bar at the top; on phones the same links are at the bottom (`TabBar`). */
export function TopNav(props: NavProps) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="hidden sm:block">
      <ul className="flex items-center gap-1">
        {linksFor(props).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path, href) ? "page" : undefined}
              className="flex h-9 items-center rounded-md px-2 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink lg:px-3"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** For thumbs. Not while studying: there the whole screen belongs to the question. */
export function TabBar(props: NavProps) {
  const path = usePathname();
  if (isHere(path, "/study")) return null;
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {linksFor(props).map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path, href) ? "page" : undefined}
              className="flex h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium tracking-[-0.01em] text-muted -outline-offset-2 aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
