"use client";

import dynamic from "next/dynamic";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { BarChartProps } from "@/components/charts/bar-chart-props";
import { ChartTable } from "@/components/charts/chart-table";
import { PlotSkeleton } from "@/components/charts/plot-skeleton";

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
