"use client";

import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  ZAxis,
} from "recharts";

import type {
  CalibrationBin,
  CalibrationChartProps,
} from "@/components/charts/calibration-chart-props";
import { formatFigure, TONE_COLOURS } from "@/components/charts/chart-data";
import { GRID, LEVEL, MARGIN, yAxisOf } from "@/components/charts/plots/plot-parts";

/** Areas in square pixels: a bin of more reviews says more. */
const DOT_AREAS: [number, number] = [40, 500];

export function CalibrationPlot({ title, bins }: CalibrationChartProps) {
  const least = lowerEnd(bins);
  const axis = { ...yAxisOf("percent", [least, 1]), type: "number" as const, tickCount: 6 };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ ...MARGIN, right: 20 }} title={title} accessibilityLayer>
        <CartesianGrid {...GRID} vertical />
        <XAxis dataKey="predicted" name="Predicted" {...axis} height={30} />
        <YAxis dataKey="actual" name="Recalled" {...axis} />
        <ZAxis dataKey="count" range={DOT_AREAS} />
        <ReferenceLine
          segment={[
            { x: least, y: least },
            { x: 1, y: 1 },
          ]}
          {...LEVEL}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => (
            <BinTooltip
              bin={active ? (payload[0]?.payload as CalibrationBin | undefined) : undefined}
            />
          )}
        />
        <Scatter
          data={[...bins]}
          fill={TONE_COLOURS.accent}
          fillOpacity={0.75}
          isAnimationActive={false}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

/** Most predictions lie near the top: the plot starts at the tenth below the lowest figure. */
const lowerEnd = (bins: readonly CalibrationBin[]): number =>
  Math.floor(Math.min(0.9, ...bins.flatMap(({ predicted, actual }) => [predicted, actual])) * 10) /
  10;

const BinTooltip = ({ bin }: { bin: CalibrationBin | undefined }) => (
  <div role="status" aria-live="assertive">
    {bin ? (
      <div className="rounded-md border border-line bg-raised px-3 py-2 text-sm tabular-nums shadow-high">
        <p className="font-medium">{formatFigure(bin.count, "count")} reviews</p>
        <p className="text-muted">predicted {formatFigure(bin.predicted, "percent")}</p>
        <p className="text-muted">recalled {formatFigure(bin.actual, "percent")}</p>
      </div>
    ) : null}
  </div>
);
