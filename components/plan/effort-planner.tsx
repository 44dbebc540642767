"use client";

import { useDeferredValue, useState } from "react";

import { LineChart } from "@/components/charts/line-chart";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { percent } from "@/components/plan/plan-words";
import { reachedPoint } from "@/components/plan/reached-point";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/counted";
import type { ActionState } from "@/lib/domain/action-state";
import type { PlanPoint } from "@/lib/domain/progress/plan-point";

type EffortPlannerProps = {
  points: readonly PlanPoint[];
  secondsPerAnswer: number;
  /** What the learner's days hold now. */
  current: { newPerDay: number; reviewsPerDay: number };
  save: (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;
};

/** Minutes a day against readiness on exam day: the slider walks along the curve. */
export function EffortPlanner({ points, secondsPerAnswer, current, save }: EffortPlannerProps) {
  const [index, setIndex] = useState(() => nearestTo(points, current.newPerDay));
  const shown = useDeferredValue(index);
  const point = points[index];
  const marked = points[shown];
  if (!point || !marked) return null;
  return (
    <div className="flex flex-col gap-5">
      <LineChart
        title="Readiness on exam day"
        explanation={`Expected share of the exam recalled on the day, for so many minutes every day until then: simulated with your own cards, weights and pace (${Math.round(secondsPerAnswer)} seconds an answer). It is not the probability of passing.`}
        rowName="Minutes a day"
        series={[{ name: "Readiness", tone: "accent" }]}
        rows={points.map(({ minutes, readiness }) => ({
          x: minutes,
          label: `${minutes} min a day`,
          tick: String(minutes),
          values: [readiness],
        }))}
        unit="percent"
        area
        range={[0, 1]}
        marks={[{ x: marked.minutes, label: percent(marked.readiness) }]}
      />
      <MinutesSlider points={points} index={index} onChange={setIndex} />
      <PlanFacts point={point} />
      <UsePlan key={index} point={point} current={current} save={save} />
    </div>
  );
}

/** The plan that comes nearest to the new questions that the learner takes a day now. */
function nearestTo(points: readonly PlanPoint[], newPerDay: number): number {
  const distance = (point: PlanPoint) => Math.abs(point.newPerDay - newPerDay);
  return points.reduce(
    (best, point, index) =>
      index > 0 && distance(point) < distance(points[best] ?? point) ? index : best,
    Math.min(1, points.length - 1),
  );
}

type SliderProps = {
  points: readonly PlanPoint[];
  index: number;
  onChange: (index: number) => void;
};

function MinutesSlider({ points, index, onChange }: SliderProps) {
  const point = points[index];
  const words = point ? `${point.minutes} minutes a day` : "";
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <label htmlFor="plan-minutes" className="font-medium">
          Minutes a day
        </label>
        <output htmlFor="plan-minutes" className="text-base font-semibold tabular-nums">
          {words}
        </output>
      </div>
      <input
        id="plan-minutes"
        type="range"
        min={points[0]?.minutes ?? 0}
        max={points.at(-1)?.minutes ?? 0}
        step={5}
        value={point?.minutes ?? 0}
        aria-valuetext={point ? `${words}: readiness ${percent(point.readiness)}` : words}
        onChange={(event) => {
          onChange(reachedPoint(points, index, Number(event.target.value)));
        }}
        className="ms-9.5 h-6 cursor-pointer accent-accent"
      />
    </div>
  );
}

function PlanFacts({ point }: { point: PlanPoint }) {
  const facts = [
    { name: "Readiness on exam day", value: percent(point.readiness) },
    { name: "Questions seen by then", value: `${point.seen} of ${point.questions}` },
    { name: "New questions a day", value: String(point.newPerDay) },
    { name: "Reviews a day, at most", value: String(point.reviewsPerDay) },
  ];
  return (
    <dl aria-live="polite" className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function UsePlan({
  point,
  current,
  save,
}: Pick<EffortPlannerProps, "current" | "save"> & { point: PlanPoint }) {
  const { state, pending, form } = useActionForm(save, { status: "idle" });
  const isCurrent =
    point.newPerDay === current.newPerDay && point.reviewsPerDay === current.reviewsPerDay;
  const isDone = state.status === "done" && !pending;
  return (
    <form {...form} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="newPerDay" value={point.newPerDay} />
      <input type="hidden" name="reviewsPerDay" value={Math.max(1, point.reviewsPerDay)} />
      <Button type="submit" look="primary" disabled={pending || isCurrent}>
        {pending ? "Saving…" : "Use this plan"}
      </Button>
      <FormMessage
        error={state.status === "failed" ? state.message : null}
        done={
          isDone || isCurrent
            ? `Your days hold ${counted(current.newPerDay, "new question")} and up to ${counted(current.reviewsPerDay, "review")}.`
            : null
        }
      />
    </form>
  );
}
