"use client";

import dynamic from "next/dynamic";

import type { ChartRow } from "@/components/charts/chart-data";
import { ChartFrame } from "@/components/charts/chart-frame";
import type {
  CalibrationBin,
  CalibrationChartProps,
} from "@/components/charts/calibration-chart-props";
import { ChartTable } from "@/components/charts/chart-table";
import { PlotSkeleton } from "@/components/charts/plot-skeleton";

/** The chart library comes with the first chart that is drawn, never with a page that has none. */
const CalibrationPlot = dynamic(
  () =>
    import("@/components/charts/plots/calibration-plot").then((module) => module.CalibrationPlot),
  { ssr: false, loading: PlotSkeleton },
);

const SERIES = [
  { name: "Recalled", tone: "accent" },
  { name: "As predicted", tone: "faint", dashed: true },
] as const;

/** Predicted against actual shares: on the diagonal every prediction came true. */
export function CalibrationChart({ title, explanation, bins }: CalibrationChartProps) {
  return (
    <ChartFrame
      title={title}
      explanation={explanation}
      series={SERIES}
      height="large"
      plot={<CalibrationPlot title={title} explanation={explanation} bins={bins} />}
      table={
        <ChartTable
          caption={title}
          rowName="Reviews"
          columns={["Predicted", "Recalled"]}
          rows={bins.map(toRow)}
          unit="percent"
        />
      }
    />
  );
}

const toRow = ({ predicted, actual, count }: CalibrationBin): ChartRow => ({
  x: predicted,
  label: count.toLocaleString("en-GB"),
  values: [predicted, actual],
});
