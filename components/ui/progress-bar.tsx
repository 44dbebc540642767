"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

type ProgressBarProps = {
  /** 0 to 1. */
  value: number;
  label: string;
  /** What a screen reader says instead of the percentage. */
  text?: string;
  tone?: "accent" | "good" | "muted";
};

const FILLS = { accent: "fill-accent", good: "fill-good", muted: "fill-faint" } as const;

/** Drawn as SVG, because the content security policy allows no style attributes. */
export function ProgressBar({ value, label, text, tone = "accent" }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      {...(text ? { "aria-valuetext": text } : {})}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <svg aria-hidden className="block h-full w-full" preserveAspectRatio="none">
        <rect width={`${percent}%`} height="100%" className={FILLS[tone]} />
      </svg>
    </div>
  );
}
