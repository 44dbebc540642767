"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

type LayerBarProps = {
  /** 0 to 1; the part that counts. */
  front: number;
  /** 0 to 1; drawn behind it. */
  back: number;
  label: string;
};

const width = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/** Two shares of one whole. Drawn as SVG: the content security policy allows no style attributes. */
export function LayerBar({ front, back, label }: LayerBarProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <rect width={width(back)} height="100%" className="fill-accent-line" />
      <rect width={width(front)} height="100%" className="fill-accent" />
    </svg>
  );
}
