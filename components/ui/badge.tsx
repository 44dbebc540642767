import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "good" | "bad" | "partly";

const TONES: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-muted",
  accent: "border-accent-line bg-accent-soft text-accent-strong",
  good: "border-good-line bg-good-soft text-good",
  bad: "border-bad-line bg-bad-soft text-bad",
  partly: "border-partly-line bg-partly-soft text-partly",
};

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
