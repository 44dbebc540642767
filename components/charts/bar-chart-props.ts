import type { ChartRow, ChartSeries, ChartUnit } from "@/components/charts/chart-data";
import type { ChartHeight } from "@/components/charts/chart-frame";

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
