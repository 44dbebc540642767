import type { ReactNode } from "react";

/** A key. Hidden on devices without one: there it would only be noise. */
export function Kbd({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={`hidden h-5 min-w-5 items-center justify-center rounded-sm border border-current/25 px-1 font-mono text-[0.6875rem] leading-none font-medium pointer-fine:inline-flex ${className}`}
    >
      {children}
    </kbd>
  );
}
