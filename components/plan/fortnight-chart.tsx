import { BarChart } from "@/components/charts/bar-chart";
import { longDate, shortDate } from "@/components/plan/plan-words";
import { NotYet, Panel } from "@/components/progress/panel";

type FortnightChartProps = {
  days: readonly { date: string; count: number }[];
  /** The most that a day may hold once all is level. */
  limit: number;
};

const TITLE = "The last fortnight";
const EXPLANATION =
  "Reviews dated to the last days before the exam. They are levelled each night: no day holds more than 1.5 times the median day.";

export function FortnightChart({ days, limit }: FortnightChartProps) {
  if (days.every(({ count }) => count === 0)) {
    return (
      <NotYet title={TITLE} explanation={EXPLANATION}>
        Nothing is dated to these days yet: it comes as you study.
      </NotYet>
    );
  }
  return (
    <Panel>
      <BarChart
        title={TITLE}
        explanation={EXPLANATION}
        rowName="Day"
        series={[{ name: "Reviews", tone: "accent" }]}
        rows={days.map(({ date, count }) => ({
          label: longDate(date),
          tick: shortDate(date),
          values: [count],
        }))}
        levels={[{ y: limit, label: "at most" }]}
        unit="count"
      />
    </Panel>
  );
}
