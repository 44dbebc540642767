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

/** A share with the band it may lie in. Drawn as SVG: the content security policy allows no style attributes. */
export function BandBar({ expected, low, high, label }: BandBarProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-2 w-full overflow-hidden rounded-full bg-line"
    >
      <rect x={at(low)} width={at(high - low)} height="100%" className="fill-accent-line" />
      <rect width={at(expected)} y="25%" height="50%" className="fill-accent" />
    </svg>
  );
}
