"use client";

// In the browser's bundle, so that it is sent whole: a long page is streamed in pieces, and a
// piece of an SVG travels in a container with a style attribute, which the policy blocks.

type DayStripProps = {
  /** Answers of each day so far, oldest first. */
  days: readonly { date: string; answers: number }[];
  perDay: number;
};

const CELL = 8;
const GAP = 2;
const SHOWN = 28;

/** One square for each of the last days: full where the day counts. The figures stand beside it. */
export function DayStrip({ days, perDay }: DayStripProps) {
  const shown = days.slice(-SHOWN);
  const width = Math.max(1, shown.length * (CELL + GAP) - GAP);
  return (
    <svg aria-hidden width={width} height={CELL} className="block">
      {shown.map(({ date, answers }, index) => (
        <rect
          key={date}
          x={index * (CELL + GAP)}
          width={CELL}
          height={CELL}
          rx="1.5"
          className={
            answers >= perDay ? "fill-good" : answers > 0 ? "fill-partly-line" : "fill-line"
          }
        />
      ))}
    </svg>
  );
}
