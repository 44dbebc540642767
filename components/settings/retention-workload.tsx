import { LineChart } from "@/components/charts/line-chart";

type RetentionWorkloadProps = {
  workloads: readonly { retention: number; reviewsPerDay: number; minutesPerDay: number }[];
  current: number;
  newPerDay: number;
};

/** What a wanted recall costs. */
export const RetentionWorkload = ({ workloads, current, newPerDay }: RetentionWorkloadProps) => (
  <LineChart
    title="What wanted recall costs"
    explanation={`Reviews on an average day of the next two months, simulated with your own cards and ${newPerDay} new questions a day.`}
    rowName="Wanted recall"
    series={[{ name: "Reviews a day", tone: "accent" }]}
    rows={workloads.map(({ retention, reviewsPerDay, minutesPerDay }) => ({
      x: Math.round(retention * 100),
      label: `${Math.round(retention * 100)} % wanted, about ${minutesPerDay} min a day`,
      tick: `${Math.round(retention * 100)} %`,
      values: [reviewsPerDay],
    }))}
    unit="count"
    marks={[{ x: Math.round(current * 100), label: "yours" }]}
  />
);
