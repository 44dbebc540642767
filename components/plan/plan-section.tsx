import type { ReactNode } from "react";

type PlanSectionProps = { id: string; title: string; text: string; children: ReactNode };

export const PlanSection = ({ id, title, text, children }: PlanSectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className="flex scroll-mt-20 flex-col gap-3">
    <div>
      <h2 id={`${id}-title`} className="text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 text-sm text-muted">{text}</p>
    </div>
    {children}
  </section>
);
