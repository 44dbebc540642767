import type { ReactNode } from "react";

type SettingsSectionProps = { id: string; title: string; text: string; children: ReactNode };

export function SettingsSection({ id, title, text, children }: SettingsSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-20 grid-cols-1 gap-x-10 gap-y-5 py-8 md:grid-cols-[1fr_2fr]"
    >
      <div>
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        <p className="mt-1 text-sm text-muted">{text}</p>
      </div>
      <div className="max-w-xl min-w-0">{children}</div>
    </section>
  );
}
