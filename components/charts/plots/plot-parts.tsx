/** What the plots share: how axes look, and what a tooltip says. */
import type { TooltipContentProps } from "recharts";

import {
  formatFigure,
  formatTick,
  TONE_COLOURS,
  type ChartRow,
  type ChartSeries,
  type ChartUnit,
} from "@/components/charts/chart-data";

const AXIS = {
  stroke: "var(--color-line)",
  tick: { fill: "var(--color-muted)", fontSize: 12 },
  tickLine: false,
} as const;

export const GRID = { stroke: "var(--color-line)", vertical: false } as const;

export const MARGIN = { top: 16, right: 8, bottom: 0, left: 0 } as const;

/** Drawn behind figures as something to compare them with. */
export const LEVEL = { stroke: "var(--color-faint)", strokeDasharray: "4 3" } as const;

export const levelLabel = (value: string) =>
  ({ value, position: "insideTopRight", fill: "var(--color-muted)", fontSize: 12 }) as const;

/** So few rows are each named: a missing name reads as a missing bar. */
const MOST_NAMED = 8;

/** Rows that have an `x` stand where it says, and the others side by side. */
export function xAxisOf(rows: readonly ChartRow[]) {
  const places = new Map(rows.map((row, index) => [row, row.x ?? index]));
  const ticks = new Map(rows.map((row, index) => [row.x ?? index, row.tick ?? row.label]));
  const isNumeric = rows.length > 0 && rows.every((row) => row.x !== undefined);
  return {
    ...AXIS,
    dataKey: (row: ChartRow) => places.get(row) ?? 0,
    tickFormatter: (place: number) => ticks.get(place) ?? String(place),
    minTickGap: rows.length > MOST_NAMED ? 16 : 3,
    ...(isNumeric
      ? {
          type: "number" as const,
          domain: ["dataMin", "dataMax"] as const,
          ticks: rows.filter((row) => row.tick).map((row) => row.x ?? 0),
        }
      : {}),
  };
}

export const yAxisOf = (unit: ChartUnit, range: readonly [number, number] | undefined) => ({
  ...AXIS,
  axisLine: false,
  width: 46,
  tickFormatter: (value: number) => formatTick(value, unit),
  allowDecimals: unit !== "count",
  ...(range ? { domain: range } : {}),
});

type TooltipProps = Pick<TooltipContentProps, "active" | "payload"> & {
  series: readonly ChartSeries[];
  unit: ChartUnit;
};

/** Said by screen readers too, as the arrow keys move along the chart. */
export function PlotTooltip({ active, payload, series, unit }: TooltipProps) {
  const row = payload[0]?.payload as ChartRow | undefined;
  return (
    <div role="status" aria-live="assertive">
      {active && row ? (
        <div className="max-w-64 rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-high">
          <p className="font-medium">{row.label}</p>
          <ul className="tabular-nums">
            {series.map((each, index) => (
              <FigureLine
                key={each.name}
                {...each}
                text={formatFigure(row.values[index] ?? null, unit)}
              />
            ))}
          </ul>
          {row.band ? (
            <p className="text-muted tabular-nums">
              between {formatFigure(row.band[0], unit)} and {formatFigure(row.band[1], unit)}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const FigureLine = ({ name, tone, text }: ChartSeries & { text: string }) => (
  <li className="flex items-baseline gap-2">
    <svg aria-hidden className="size-2 shrink-0">
      <circle cx="4" cy="4" r="4" fill={TONE_COLOURS[tone]} />
    </svg>
    <span className="text-muted">{name}</span>
    <span className="ms-auto ps-3 whitespace-nowrap">{text}</span>
  </li>
);
