"use client";

import { ChevronDown, Ellipsis } from "lucide-react";
import Link from "next/link";
import { useCallback, useEffect, useId, useRef, useState, type RefObject } from "react";

import { isHere, type NavLink } from "@/components/layout/nav-choices";

type MoreLinksProps = { links: readonly NavLink[]; path: string; at: "top" | "bottom" };

const BUTTON = {
  top: "flex h-9 items-center gap-1 rounded-md px-2 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink data-here:bg-sunken data-here:text-ink lg:px-2.5",
  bottom:
    "flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted -outline-offset-2 data-here:text-accent",
};

const PANEL = {
  top: "absolute top-full end-0 mt-1.5 w-48",
  bottom: "absolute end-2 bottom-full mb-2 w-52",
};

/** Closes what is open on Escape, and when somebody turns to something else. */
function useDismissal(
  open: boolean,
  close: () => void,
): { box: RefObject<HTMLDivElement | null>; button: RefObject<HTMLButtonElement | null> } {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const turnedAway = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      button.current?.focus();
    };
    document.addEventListener("pointerdown", turnedAway);
    document.addEventListener("focusin", turnedAway);
    document.addEventListener("keydown", escaped);
    return () => {
      document.removeEventListener("pointerdown", turnedAway);
      document.removeEventListener("focusin", turnedAway);
      document.removeEventListener("keydown", escaped);
    };
  }, [open, close]);
  return { box, button };
}

/** The places that there is no room for: a button that shows and hides their list. */
export function MoreLinks({ links, path, at }: MoreLinksProps) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  const { box, button } = useDismissal(open, close);
  const listId = useId();
  const here = links.some(({ href }) => isHere(path, href));
  return (
    <div ref={box} className={at === "top" ? "relative" : ""}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={listId}
        data-here={here ? "" : undefined}
        onClick={() => {
          setOpen(!open);
        }}
        className={BUTTON[at]}
      >
        {at === "bottom" ? <Ellipsis aria-hidden className="size-5" /> : null}
        More
        {at === "top" ? <ChevronDown aria-hidden className="size-4" /> : null}
      </button>
      <ul
        id={listId}
        hidden={!open}
        className={`${PANEL[at]} rounded-xl border border-line bg-raised p-1.5 shadow-high`}
      >
        {links.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path, href) ? "page" : undefined}
              className="flex h-10 items-center gap-3 rounded-md px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
