"use client";

import dynamic from "next/dynamic";

import type { ChartRow, ChartSeries, ChartUnit } from "@/components/charts/chart-data";
import { ChartFrame, type ChartHeight } from "@/components/charts/chart-frame";
import { ChartTable } from "@/components/charts/chart-table";
import { PlotSkeleton } from "@/components/charts/plot-skeleton";

export type BarChartProps = {
  title: string;
  /** One sentence: what the figures say and how they came about. */
  explanation: string;
  /** What the rows are: "Day". Heads the table's first column. */
  rowName: string;
  /** More than one are stacked, the first at the bottom. */
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  unit: ChartUnit;
  /** Horizontal lines, each with its words. */
  levels?: readonly { y: number; label: string }[];
  /** Ends of the y axis; from 0 to the largest figure when left out. */
  range?: readonly [number, number];
  height?: ChartHeight;
};

/** The chart library comes with the first chart that is drawn, never with a page that has none. */
const BarPlot = dynamic(
  () => import("@/components/charts/plots/bar-plot").then((module) => module.BarPlot),
  { ssr: false, loading: PlotSkeleton },
);

/** Figures side by side, or stacked when there is more than one series. */
export function BarChart(props: BarChartProps) {
  const { title, explanation, rowName, series, rows, unit, height = "medium" } = props;
  return (
    <ChartFrame
      title={title}
      explanation={explanation}
      series={series}
      height={height}
      plot={<BarPlot {...props} />}
      table={
        <ChartTable
          caption={title}
          rowName={rowName}
          columns={series.map(({ name }) => name)}
          rows={rows}
          unit={unit}
        />
      }
    />
  );
}
