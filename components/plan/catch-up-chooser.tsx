"use client";

import { useState } from "react";

import { BarChart } from "@/components/charts/bar-chart";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { longDate, percent, shortDate } from "@/components/plan/plan-words";
import { Panel } from "@/components/progress/panel";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/counted";
import type { ActionState } from "@/lib/domain/action-state";

export type CatchUpOptionView = {
  days: number;
  perDay: number;
  minutesPerDay: number;
  recalled: number;
  forecast: readonly { date: string; late: number; due: number }[];
};

type CatchUpChooserProps = {
  waiting: number;
  options: readonly CatchUpOptionView[];
  /** The option to start with, by its days. */
  initialDays: number;
  /** Leads elsewhere when it is done. */
  apply: (previous: ActionState<never>, form: FormData) => Promise<ActionState<never>>;
};

/** Shows what each choice would bring before one is made. */
export function CatchUpChooser({ waiting, options, initialDays, apply }: CatchUpChooserProps) {
  const [days, setDays] = useState(initialDays);
  const { state, pending, form } = useActionForm(apply, { status: "idle" });
  const option = options.find((each) => each.days === days) ?? options[0];
  if (!option) return null;
  return (
    <form {...form} className="flex flex-col gap-6">
      <fieldset>
        <legend className="mb-2">
          <h2 className="font-semibold">Over how many days?</h2>
        </legend>
        <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
          {options.map((each) => (
            <OptionCard
              key={each.days}
              option={each}
              waiting={waiting}
              isChosen={each === option}
              choose={() => {
                setDays(each.days);
              }}
            />
          ))}
        </div>
      </fieldset>
      <Panel>
        <BarChart
          title="What your days will hold"
          explanation={`Of the ${waiting} waiting, about ${Math.round(option.recalled)} are expected to be recalled when they are asked. New questions come on top.`}
          rowName="Day"
          series={[
            { name: "Due on the day", tone: "accent-pale" },
            { name: "From the backlog", tone: "accent" },
          ]}
          rows={option.forecast.map(({ date, late, due }) => ({
            label: longDate(date),
            tick: shortDate(date),
            values: [due, late],
          }))}
          unit="count"
        />
      </Panel>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Spreading…" : choiceWords(option)}
        </Button>
        <FormMessage error={state.status === "failed" ? state.message : null} />
        <p className="text-sm text-muted">
          You can take it back later, in Study under More: Recent actions.
        </p>
      </div>
    </form>
  );
}

const choiceWords = ({ days }: CatchUpOptionView): string =>
  days === 1 ? "Keep them all for today" : `Spread over ${counted(days, "day")}`;

type OptionCardProps = {
  option: CatchUpOptionView;
  waiting: number;
  isChosen: boolean;
  choose: () => void;
};

const OptionCard = ({ option, waiting, isChosen, choose }: OptionCardProps) => (
  <label className="flex cursor-pointer items-start gap-3 rounded-lg border border-line bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2">
    <input
      type="radio"
      name="days"
      value={option.days}
      checked={isChosen}
      onChange={choose}
      className="mt-1 accent-accent"
    />
    <span>
      <span className="block font-medium">
        {option.days === 1 ? "All today" : counted(option.days, "day")}
      </span>
      <span className="block text-sm text-muted tabular-nums">
        {`up to ${option.perDay} a day, ${option.minutesPerDay} min; ${percent(option.recalled / Math.max(1, waiting))} still recalled`}
      </span>
    </span>
  </label>
);
