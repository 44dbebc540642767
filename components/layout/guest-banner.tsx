"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A guest's progress lives in this browser's session only: say so, calmly, and not while they think. */
export function GuestBanner() {
  const path = usePathname();
  if (path === "/study") return null;
  return (
    <aside
      aria-label="Guest"
      className="border-b border-line bg-accent-soft px-4 py-2 text-center text-sm text-ink print:hidden"
    >
      You are studying as a guest.{" "}
      <Link href="/sign-up" className="font-medium text-accent-strong underline underline-offset-3">
        Sign up to keep your progress
      </Link>{" "}
      on other devices.
    </aside>
  );
}
