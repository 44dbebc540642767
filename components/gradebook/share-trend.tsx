"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

import { shareWords } from "@/components/gradebook/grade-words";

type ShareTrendProps = {
  /** In order of time. */
  points: readonly { id: string; title: string; when: string; share: number }[];
};

/** One bar for each graded assignment, oldest first: a trend that can be printed and read aloud. */
export function ShareTrend({ points }: ShareTrendProps) {
  return (
    <ol className="flex flex-col gap-1.5 text-sm tabular-nums">
      {points.map(({ id, title, when, share }) => (
        <li
          key={id}
          className="grid grid-cols-[1fr_4rem] items-center gap-x-3 sm:grid-cols-[7rem_12rem_1fr_4rem]"
        >
          <span className="text-muted max-sm:hidden">{when}</span>
          <span className="truncate">{title}</span>
          <svg
            aria-hidden
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            className="col-span-2 row-start-2 h-2 w-full sm:col-span-1 sm:row-start-auto"
          >
            <rect width="100" height="8" className="fill-line" />
            <rect width={Math.min(100, 100 * share)} height="8" className="fill-accent" />
          </svg>
          <span className="text-end max-sm:col-start-2 max-sm:row-start-1">
            {shareWords(share)}
          </span>
        </li>
      ))}
    </ol>
  );
}
