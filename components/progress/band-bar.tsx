"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

type BandBarProps = {
  /** 0 to 1. */
  expected: number;
  low: number;
  high: number;
  label: string;
};

const at = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/**
 * A share as a filled bar, with the band it may lie in as a thin line: a band as thick as the
 * bar reads as a share that was reached. Drawn as SVG: the content security policy allows
 * no style attributes.
 */
export function BandBar({ expected, low, high, label }: BandBarProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-2 w-full overflow-hidden rounded-full bg-line"
    >
      <rect width={at(expected)} height="100%" className="fill-accent" />
      <rect
        x={at(low)}
        width={at(high - low)}
        y="37.5%"
        height="25%"
        className="fill-accent-line"
      />
    </svg>
  );
}
