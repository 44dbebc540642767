"use client";

import { useId, useState, type KeyboardEvent } from "react";

export type HeatmapDay = {
  /** Local calendar date, YYYY-MM-DD. */
  date: string;
  /** 0 to 4. */
  level: number;
  /** What the day holds, in full: "42 answers in 12 minutes". */
  text: string;
  /** A day off, which asks for nothing. */
  off?: boolean;
};

type HeatmapCalendarProps = {
  title: string;
  explanation: string;
  /** In order, without gaps; the last is today. */
  days: readonly HeatmapDay[];
};

const CELL = 11;
const STEP = 14;
const LEFT = 30;
const TOP = 18;
const DAY_MS = 86_400_000;

const FILLS = [
  "fill-line",
  "fill-accent/30",
  "fill-accent/50",
  "fill-accent/75",
  "fill-accent",
] as const;

const MOVES: Record<string, number> = {
  ArrowLeft: -7,
  ArrowRight: 7,
  ArrowUp: -1,
  ArrowDown: 1,
};

/** A square for each day, a column for each week. The arrow keys go from day to day. */
export function HeatmapCalendar({ title, explanation, days }: HeatmapCalendarProps) {
  const id = useId();
  const last = days.length - 1;
  const [picked, setPicked] = useState<number | null>(null);
  const shown = days[picked ?? last];
  const first = days[0];
  if (!shown || !first) return null;

  const offset = weekday(first.date);
  const weeks = Math.ceil((offset + days.length) / 7);
  const move = (event: KeyboardEvent) => {
    const by =
      event.key === "Home" ? -days.length : event.key === "End" ? days.length : MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setPicked(Math.min(last, Math.max(0, (picked ?? last) + by)));
  };

  return (
    <figure aria-labelledby={`${id}-title`} className="flex min-w-0 flex-col gap-3">
      <figcaption>
        <p id={`${id}-title`} className="font-semibold">
          {title}
        </p>
        <p className="mt-0.5 max-w-2xl text-sm text-muted">{explanation}</p>
      </figcaption>
      {/* Reversed, so that what does not fit is the past and not today. */}
      <div className="flex flex-row-reverse justify-end overflow-x-auto pb-1 max-lg:justify-start">
        <svg
          width={LEFT + weeks * STEP}
          height={TOP + 7 * STEP}
          role="application"
          aria-roledescription="calendar"
          aria-label={`${title}, ${longDate(first.date)} to ${longDate(days[last]?.date ?? first.date)}. Arrow keys go from day to day.`}
          tabIndex={0}
          onKeyDown={move}
          onPointerLeave={() => {
            setPicked(null);
          }}
          className="shrink-0 -outline-offset-2"
        >
          <AxisWords days={days} offset={offset} />
          {days.map((day, index) => (
            <DaySquare
              key={day.date}
              day={day}
              place={offset + index}
              picked={index === picked}
              pick={() => {
                setPicked(index);
              }}
            />
          ))}
        </svg>
      </div>
      <Foot day={shown} />
    </figure>
  );
}

const Foot = ({ day }: { day: HeatmapDay }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm text-muted">
    <p aria-live="polite" className="tabular-nums">
      <span className="text-ink">{longDate(day.date)}</span>: {day.text}
    </p>
    <Levels />
  </div>
);

type DaySquareProps = { day: HeatmapDay; place: number; picked: boolean; pick: () => void };

function DaySquare({ day, place, picked, pick }: DaySquareProps) {
  const x = LEFT + Math.floor(place / 7) * STEP;
  const y = TOP + (place % 7) * STEP;
  const stroke = picked ? "stroke-ink" : day.off ? "stroke-edge" : "stroke-transparent";
  return (
    <g onPointerEnter={pick}>
      <rect
        x={x}
        y={y}
        width={CELL}
        height={CELL}
        rx={2}
        className={`${FILLS[day.level] ?? FILLS[0]} ${stroke}`}
        strokeWidth={picked ? 2 : 1}
      />
      {day.off ? (
        <line x1={x + 2} y1={y + CELL - 2} x2={x + CELL - 2} y2={y + 2} className="stroke-edge" />
      ) : null}
    </g>
  );
}

/** Names of months above the week in which they begin, and of every other weekday. */
function AxisWords({ days, offset }: { days: readonly HeatmapDay[]; offset: number }) {
  const months = days
    .map(({ date }, index) => ({ date, week: Math.floor((offset + index) / 7) }))
    .filter(({ date }) => date.endsWith("-01"));
  return (
    <g aria-hidden className="fill-muted text-[11px]">
      {months.map(({ date, week }) => (
        <text key={date} x={LEFT + week * STEP} y={11}>
          {new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
            month: "short",
            timeZone: "UTC",
          })}
        </text>
      ))}
      {["Mon", "Wed", "Fri"].map((name, index) => (
        <text key={name} x={0} y={TOP + index * 2 * STEP + 10}>
          {name}
        </text>
      ))}
    </g>
  );
}

const Levels = () => (
  <p className="flex items-center gap-1.5">
    less
    <svg aria-hidden width={5 * STEP} height={CELL}>
      {FILLS.map((fill, level) => (
        <rect key={fill} x={level * STEP} width={CELL} height={CELL} rx={2} className={fill} />
      ))}
    </svg>
    more
  </p>
);

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekday = (date: string): number => (Date.parse(`${date}T00:00:00Z`) / DAY_MS + 3) % 7;

const longDate = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
