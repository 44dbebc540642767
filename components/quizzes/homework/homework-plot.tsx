import { BarChart } from "@/components/charts/bar-chart";
import type { ChartRow } from "@/components/charts/chart-data";
import type { HomeworkStudentRow } from "@/components/quizzes/homework/homework-table";

type HomeworkPlotProps = {
  kind: "reviews" | "readiness";
  perDay: number;
  rows: readonly HomeworkStudentRow[];
};

/** The class at a glance: who studied on which day, or how near to the target they are. */
export function HomeworkPlot({ kind, perDay, rows }: HomeworkPlotProps) {
  if (kind === "readiness") return <Nearness rows={rows} />;
  const days = daysOf(rows, perDay);
  if (days.length === 0) return null;
  return (
    <BarChart
      title="Students by day"
      explanation={`How many answered at least ${perDay} that day, and how many some.`}
      rowName="Day"
      series={[
        { name: "The day counts", tone: "good" },
        { name: "Too few answers", tone: "partly" },
      ]}
      rows={days}
      unit="count"
      height="small"
    />
  );
}

function daysOf(rows: readonly HomeworkStudentRow[], perDay: number): ChartRow[] {
  const counts = new Map<string, [number, number]>();
  for (const { date, answers } of rows.flatMap(({ days }) => days)) {
    const [full, some] = counts.get(date) ?? [0, 0];
    const isFull = answers >= perDay;
    counts.set(date, [full + (isFull ? 1 : 0), some + (!isFull && answers > 0 ? 1 : 0)]);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, values]) => {
      const at = new Date(`${date}T12:00:00Z`);
      const words = (options: Intl.DateTimeFormatOptions) =>
        at.toLocaleDateString("en-GB", {
          day: "numeric",
          month: "short",
          timeZone: "UTC",
          ...options,
        });
      return { label: words({ weekday: "short" }), tick: words({}), values };
    });
}

const TENTHS = 10;

function Nearness({ rows }: { rows: readonly HomeworkStudentRow[] }) {
  const counts = Array.from({ length: TENTHS + 1 }, (_, tenth) => ({
    label: tenth === TENTHS ? "Reached" : `${tenth * 10} to ${tenth * 10 + 9} % of it`,
    tick: tenth === TENTHS ? "all" : `${tenth * 10} %`,
    values: [rows.filter(({ share }) => Math.floor(share * TENTHS + 1e-9) === tenth).length],
  }));
  return (
    <BarChart
      title="Students by how near they are"
      explanation="How much of the wanted readiness each has reached."
      rowName="Of the target"
      series={[{ name: "Students", tone: "accent" }]}
      rows={counts}
      unit="count"
      height="small"
    />
  );
}
