"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { TONE_COLOURS, type ChartRow, type ChartSeries } from "@/components/charts/chart-data";
import type { LineChartProps } from "@/components/charts/line-chart-props";
import {
  GRID,
  LEVEL,
  levelLabel,
  MARGIN,
  PlotTooltip,
  xAxisOf,
  yAxisOf,
} from "@/components/charts/plots/plot-parts";

export function LinePlot(props: LineChartProps) {
  const { title, series, rows, unit, area = false, marks = [], levels = [], range } = props;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...rows]} margin={MARGIN} title={title} accessibilityLayer>
        <CartesianGrid {...GRID} />
        <XAxis {...xAxisOf(rows)} />
        <YAxis {...yAxisOf(unit, range)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-edge)" }}
          content={({ active, payload }) => (
            <PlotTooltip active={active} payload={payload} series={series} unit={unit} />
          )}
        />
        {rows.some((row) => row.band) ? <Area {...BAND} /> : null}
        {series.map((each, index) =>
          area ? (
            <Area
              key={each.name}
              {...strokeOf(each, index)}
              {...FILL}
              fill={TONE_COLOURS[each.tone]}
            />
          ) : (
            <Line key={each.name} {...strokeOf(each, index)} />
          ),
        )}
        {levels.map(({ y, label }) => (
          <ReferenceLine key={label} y={y} {...LEVEL} label={levelLabel(label)} />
        ))}
        {marks.map(({ x, label }) => (
          <ReferenceLine key={label} x={x} {...LEVEL} label={levelLabel(label)} />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const BAND = {
  dataKey: (row: ChartRow) => row.band ?? null,
  stroke: "none",
  fill: TONE_COLOURS["accent-pale"],
  fillOpacity: 0.55,
  isAnimationActive: false,
  activeDot: false,
};

const FILL = { fillOpacity: 0.15 };

const strokeOf = ({ name, tone, dashed }: ChartSeries, index: number) => ({
  name,
  dataKey: (row: ChartRow) => row.values[index],
  stroke: TONE_COLOURS[tone],
  strokeWidth: 2,
  ...(dashed ? { strokeDasharray: "5 4" } : {}),
  dot: false,
  isAnimationActive: false,
});
