"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import type { BarChartProps } from "@/components/charts/bar-chart-props";
import { TONE_COLOURS, type ChartRow } from "@/components/charts/chart-data";
import {
  GRID,
  LEVEL,
  levelLabel,
  MARGIN,
  PlotTooltip,
  xAxisOf,
  yAxisOf,
} from "@/components/charts/plots/plot-parts";

export function BarPlot({ title, series, rows, unit, levels = [], range }: BarChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...rows]} margin={MARGIN} title={title} accessibilityLayer>
        <CartesianGrid {...GRID} />
        <XAxis {...xAxisOf(rows)} />
        <YAxis {...yAxisOf(unit, range)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--color-sunken)" }}
          content={({ active, payload }) => (
            <PlotTooltip active={active} payload={payload} series={series} unit={unit} />
          )}
        />
        {series.map(({ name, tone }, index) => (
          <Bar
            key={name}
            name={name}
            dataKey={(row: ChartRow) => row.values[index]}
            stackId="all"
            fill={TONE_COLOURS[tone]}
            maxBarSize={36}
            isAnimationActive={false}
          />
        ))}
        {levels.map(({ y, label }) => (
          <ReferenceLine key={label} y={y} {...LEVEL} label={levelLabel(label)} />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
