import { LineChart } from "@/components/charts/line-chart";
import { dayWords, shortDay } from "@/components/progress/figure-words";
import type { CurvePoint } from "@/lib/domain/progress/memory-curve";

type MemoryCurveChartProps = { points: readonly CurvePoint[]; today: number; dueDay: number };

/** How the recall of one question falls, from its last answer on. */
export function MemoryCurveChart({ points, today, dueDay }: MemoryCurveChartProps) {
  const every = Math.max(1, Math.floor(points.length / 4));
  return (
    <LineChart
      title="How it fades"
      explanation="The probability that you recall it, by FSRS, from your last answer on if it is not asked again."
      rowName="Day"
      series={[{ name: "Recall", tone: "accent" }]}
      rows={points.map(({ day, recall }, index) => ({
        x: day,
        label: dayWords(day),
        ...(index % every === 0 ? { tick: shortDay(day) } : {}),
        values: [recall],
      }))}
      marks={
        today === dueDay
          ? [{ x: today, label: "due today" }]
          : [
              { x: today, label: "today" },
              { x: dueDay, label: "due" },
            ]
      }
      range={[0, 1]}
      unit="percent"
      area
    />
  );
}
