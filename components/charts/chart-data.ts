/** What charts are given. All of it can be sent from the server: no functions, no colours. */

/** A meaning, not a colour: each has its place in the theme, light and dark. */
export type ChartTone = "accent" | "accent-pale" | "good" | "bad" | "partly" | "faint";

/** How figures are written on axes, in tooltips and in tables. "percent" takes shares from 0 to 1. */
export type ChartUnit = "count" | "percent" | "days" | "minutes" | "seconds" | "decimal";

export type ChartSeries = {
  name: string;
  tone: ChartTone;
  dashed?: boolean;
};

export type ChartRow = {
  /** Position on a numeric axis; without it rows stand side by side in their order. */
  x?: number;
  /** In tooltips and in the table, in full: "Mon 2 March 2026". */
  label: string;
  /** On the axis: "2 Mar". The label when left out. */
  tick?: string;
  /** One figure for each series, in their order; null where there is none. */
  values: readonly (number | null)[];
  /** Low and high end of an uncertainty band. */
  band?: readonly [number, number];
};

export const TONE_COLOURS: Record<ChartTone, string> = {
  accent: "var(--color-accent)",
  "accent-pale": "var(--color-accent-line)",
  good: "var(--color-good)",
  bad: "var(--color-bad)",
  partly: "var(--color-partly)",
  faint: "var(--color-faint)",
};

const WRITE: Record<ChartUnit, (value: number) => string> = {
  count: (value) => withDigits(value, 1),
  decimal: (value) => withDigits(value, 3),
  percent: (value) => `${withDigits(value * 100, value > 0 && value < 0.1 ? 1 : 0)} %`,
  days: (value) => `${withDigits(value, value < 10 ? 1 : 0)} ${value === 1 ? "day" : "days"}`,
  minutes: (value) => formatMinutes(value),
  seconds: (value) => `${withDigits(value, value < 10 ? 1 : 0)} s`,
};

/** 1,240 · 87 % · 12 days · 1 h 5 min; a dash where there is no figure. */
export const formatFigure = (value: number | null, unit: ChartUnit): string =>
  value === null ? "–" : WRITE[unit](value);

/** As `formatFigure`, as short as an axis wants it: its unit is in the chart's sentence. */
export const formatTick = (value: number, unit: ChartUnit): string =>
  unit === "percent" ? `${withDigits(value * 100, 0)} %` : withDigits(value, 1);

function formatMinutes(value: number): string {
  if (value > 0 && value < 1) return "under 1 min";
  const minutes = Math.round(value);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

const withDigits = (value: number, most: number): string =>
  value.toLocaleString("en-GB", { maximumFractionDigits: most });
