"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { useId, useState, type ReactNode } from "react";

import { TONE_COLOURS, type ChartSeries } from "@/components/charts/chart-data";
import { Button } from "@/components/ui/button";

export type ChartHeight = "small" | "medium" | "large";

const HEIGHTS: Record<ChartHeight, string> = { small: "h-40", medium: "h-60", large: "h-80" };

type ChartFrameProps = {
  title: string;
  /** One sentence: what the figures say and how they came about. */
  explanation: ReactNode;
  /** Named below the chart when there is more than one. */
  series: readonly ChartSeries[];
  /** Words for what is drawn besides the series. */
  legend?: readonly ChartSeries[];
  height?: ChartHeight;
  /** Gets the id of the explanation. */
  plot: ReactNode;
  table: ReactNode;
};

/** Room of a fixed height for a chart, its sentence, and the same figures as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, explanation, series, legend = [], height = "medium", plot, table } = props;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const named = series.length + legend.length > 1 ? [...series, ...legend] : [];
  return (
    <figure aria-labelledby={`${id}-title`} className="flex min-w-0 flex-col gap-3">
      <figcaption className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p id={`${id}-title`} className="font-semibold">
            {title}
          </p>
          <p className="mt-0.5 max-w-2xl text-sm text-muted">{explanation}</p>
        </div>
        <Button
          look="quiet"
          size="small"
          aria-pressed={asTable}
          aria-label={`${title}: show as a table`}
          title={asTable ? "Show the chart" : "Show as a table"}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? (
            <ChartColumn aria-hidden className="size-4" />
          ) : (
            <Table2 aria-hidden className="size-4" />
          )}
        </Button>
      </figcaption>
      <div className={`relative ${HEIGHTS[height]}`}>{asTable ? table : plot}</div>
      {named.length > 0 ? <Legend series={named} /> : null}
    </figure>
  );
}

const Legend = ({ series }: { series: readonly ChartSeries[] }) => (
  <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
    {series.map(({ name, tone, dashed }) => (
      <li key={name} className="flex items-center gap-2">
        <svg aria-hidden className="h-2 w-5 shrink-0 overflow-hidden rounded-full">
          <line
            x2="100%"
            y1="4"
            y2="4"
            stroke={TONE_COLOURS[tone]}
            strokeWidth={dashed ? 2 : 6}
            {...(dashed ? { strokeDasharray: "4 3" } : {})}
          />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
