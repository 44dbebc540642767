import type { ReactNode } from "react";

/** A chart or table on a surface of its own. */
export const Panel = ({ children }: { children: ReactNode }) => (
  <div className="min-w-0 rounded-xl border border-line bg-surface p-4 shadow-low sm:p-5">
    {children}
  </div>
);

type PanelHeadProps = { title: string; explanation: string };

export const PanelHead = ({ title, explanation }: PanelHeadProps) => (
  <div className="mb-3">
    <h3 className="font-semibold">{title}</h3>
    <p className="mt-0.5 max-w-2xl text-sm text-muted">{explanation}</p>
  </div>
);

type NotYetProps = PanelHeadProps & { children: ReactNode };

/** In place of a chart that has nothing to show yet: says what it will show and what to do. */
export const NotYet = ({ title, explanation, children }: NotYetProps) => (
  <Panel>
    <PanelHead title={title} explanation={explanation} />
    <p className="rounded-lg border border-dashed border-line px-4 py-8 text-center text-sm text-muted">
      {children}
    </p>
  </Panel>
);
