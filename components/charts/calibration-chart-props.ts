export type CalibrationBin = {
  /** Mean predicted share, 0 to 1. */
  predicted: number;
  /** Share that came true. */
  actual: number;
  count: number;
};

export type CalibrationChartProps = {
  title: string;
  explanation: string;
  bins: readonly CalibrationBin[];
};
