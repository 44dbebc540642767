"use client";

import dynamic from "next/dynamic";

import type { ChartRow, ChartSeries, ChartUnit } from "@/components/charts/chart-data";
import { ChartFrame, type ChartHeight } from "@/components/charts/chart-frame";
import { ChartTable } from "@/components/charts/chart-table";
import { PlotSkeleton } from "@/components/charts/plot-skeleton";

export type LineChartProps = {
  title: string;
  /** One sentence: what the figures say and how they came about. */
  explanation: string;
  /** What the rows are: "Day". Heads the table's first column. */
  rowName: string;
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  unit: ChartUnit;
  /** Filled down to the axis. */
  area?: boolean;
  /** Name of the rows' bands in the legend. */
  bandName?: string;
  /** Vertical lines at places of the x axis, each with its words. */
  marks?: readonly { x: number; label: string }[];
  /** Horizontal lines, each with its words. */
  levels?: readonly { y: number; label: string }[];
  /** Ends of the y axis; from 0 to the largest figure when left out. */
  range?: readonly [number, number];
  height?: ChartHeight;
};

/** The chart library comes with the first chart that is drawn, never with a page that has none. */
const LinePlot = dynamic(
  () => import("@/components/charts/plots/line-plot").then((module) => module.LinePlot),
  { ssr: false, loading: PlotSkeleton },
);

/** Lines or areas over days or any other order, with an uncertainty band if there is one. */
export function LineChart(props: LineChartProps) {
  const { title, explanation, rowName, series, rows, unit, bandName, height = "medium" } = props;
  return (
    <ChartFrame
      title={title}
      explanation={explanation}
      series={series}
      legend={bandName ? [{ name: bandName, tone: "accent-pale" }] : []}
      height={height}
      plot={<LinePlot {...props} />}
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
