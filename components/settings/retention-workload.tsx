"use client";

import { LineChart } from "@/components/charts/line-chart";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import type { ActionState } from "@/lib/domain/action-state";

type Workload = { retention: number; reviewsPerDay: number; minutesPerDay: number };

type RetentionWorkloadProps = {
  current: number;
  newPerDay: number;
  simulate: (previous: ActionState<Workload[]>, form: FormData) => Promise<ActionState<Workload[]>>;
};

/** What a wanted recall costs: simulated when it is asked for, as it takes a moment. */
export function RetentionWorkload({ current, newPerDay, simulate }: RetentionWorkloadProps) {
  const { state, pending, form } = useActionForm(simulate, { status: "idle" });
  if (state.status === "done") {
    return <WorkloadChart workloads={state.value} current={current} newPerDay={newPerDay} />;
  }
  return (
    <form {...form} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button type="submit" disabled={pending}>
        {pending ? "Simulating…" : "Show what wanted recall costs a day"}
      </Button>
      <FormMessage error={state.status === "failed" ? state.message : null} />
    </form>
  );
}

const WorkloadChart = ({
  workloads,
  current,
  newPerDay,
}: Omit<RetentionWorkloadProps, "simulate"> & { workloads: readonly Workload[] }) => (
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
