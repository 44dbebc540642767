"use client";

import dynamic from "next/dynamic";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { LineChartProps } from "@/components/charts/line-chart-props";
import { ChartTable } from "@/components/charts/chart-table";
import { PlotSkeleton } from "@/components/charts/plot-skeleton";

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
