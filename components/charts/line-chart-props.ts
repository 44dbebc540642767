import type { ChartRow, ChartSeries, ChartUnit } from "@/components/charts/chart-data";
import type { ChartHeight } from "@/components/charts/chart-frame";

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
