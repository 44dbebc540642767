"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

/** The longest bar, in percent of an exam. */
const FULL = 40;

const along = (percent: number) => `${Math.min(100, Math.round((percent / FULL) * 1_000) / 10)}%`;

/**
 * The share of questions as a bar, the weight in the exam as a mark across it. Decoration:
 * the figures stand beside it. SVG, as the content security policy allows no style attributes.
 */
export function ShareBar({ share, weight, off }: { share: number; weight: number; off: boolean }) {
  return (
    <svg aria-hidden className="block h-4 w-28 sm:w-44">
      <rect y="4" width="100%" height="8" rx="2" className="fill-line" />
      <rect
        y="4"
        width={along(share)}
        height="8"
        rx="2"
        className={off ? "fill-bad" : "fill-accent"}
      />
      <rect x={along(weight)} width="2" height="16" className="fill-ink" />
    </svg>
  );
}
