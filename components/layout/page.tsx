import type { ReactNode } from "react";

type PageProps = {
  title: string;
  intro?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

/** The frame of a screen: its title, and room for the bar at the bottom of phones. */
export function Page({ title, intro, actions, narrow = false, children }: PageProps) {
  return (
    <main
      id="main"
      className={`mx-auto flex w-full flex-1 flex-col gap-8 px-4 pt-8 pb-28 sm:px-6 sm:pt-10 md:pb-16 ${narrow ? "max-w-3xl" : "max-w-5xl"}`}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-[-0.015em]">{title}</h1>
          {intro ? <div className="mt-1 max-w-2xl text-muted">{intro}</div> : null}
        </div>
        {actions}
      </div>
      {children}
    </main>
  );
}
