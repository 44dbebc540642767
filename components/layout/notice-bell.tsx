import { Bell } from "lucide-react";
import Link from "next/link";

const MOST_SHOWN = 99;

/** Leads to the notices, and says how many were not read. */
export function NoticeBell({ unread }: { unread: number }) {
  const label =
    unread === 0 ? "Notices" : `Notices, ${unread > MOST_SHOWN ? "over 99" : unread} unread`;
  return (
    <Link
      href="/notices"
      aria-label={label}
      title={label}
      className="relative flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden className="size-4.5" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums"
        >
          {unread > MOST_SHOWN ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}
