import type { ReactNode } from "react";

type ActionBarProps = {
  /** On pages with the bar of places at the bottom of phones. */
  aboveTabs?: boolean;
  children: ReactNode;
};

/** Stays in reach of the thumb; the page scrolls behind it. */
export function ActionBar({ aboveTabs = false, children }: ActionBarProps) {
  const place = aboveTabs
    ? "bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:bottom-0"
    : "bottom-0";
  return (
    <div
      className={`${place} sticky z-20 -mx-4 mt-auto border-t border-line bg-canvas px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0`}
    >
      {children}
    </div>
  );
}
