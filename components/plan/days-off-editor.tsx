"use client";

import { useEffect, useState, type ComponentProps } from "react";

import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import type { ChangedPlanView } from "@/components/plan/changed-plan-view";
import { DaysOffCalendar } from "@/components/plan/days-off-calendar";
import { DaysOffList } from "@/components/plan/days-off-list";
import { movedWords } from "@/components/plan/plan-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";
import type { DaysOff } from "@/lib/domain/study/study-settings";

export type ChangeDaysOff = (
  previous: ActionState<ChangedPlanView>,
  form: FormData,
) => Promise<ActionState<ChangedPlanView>>;

type DaysOffEditorProps = {
  /** Local date, YYYY-MM-DD. */
  today: string;
  daysOff: readonly DaysOff[];
  examDate: string | null;
  load: readonly { date: string; count: number }[];
  change: ChangeDaysOff;
};

/** Single days by the calendar, holidays by their first and last day. */
export function DaysOffEditor({ today, daysOff, examDate, load, change }: DaysOffEditorProps) {
  const { state, pending, form, errorsOf } = useActionForm(change, { status: "idle" });
  useEffect(() => {
    const holiday = form.ref.current;
    // What was typed stays when it was another day that changed.
    if (state.status === "done" && holiday && isTaken(daysOff, holiday)) holiday.reset();
  }, [state, daysOff, form.ref]);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <DaysOffCalendar
        today={today}
        daysOff={daysOff}
        examDate={examDate}
        load={load}
        form={form}
        pending={pending}
      />
      <div className="flex flex-col gap-6">
        <FormMessage error={errorOf(state)} done={pending ? null : doneOf(state)} />
        <HolidayForm form={form} pending={pending} errorsOf={errorsOf} />
        <DaysOffList today={today} daysOff={daysOff} form={form} pending={pending} />
      </div>
    </div>
  );
}

type HolidayFormProps = {
  form: ComponentProps<"form">;
  pending: boolean;
  errorsOf: (name: string) => string[] | undefined;
};

function HolidayForm({ form, pending, errorsOf }: HolidayFormProps) {
  const [from, setFrom] = useState("");
  return (
    <form
      {...form}
      onReset={() => {
        setFrom("");
      }}
      className="flex flex-col gap-4"
    >
      <h3 className="font-semibold">A holiday</h3>
      <input type="hidden" name="change" value="add" />
      <div className="grid grid-cols-2 gap-4">
        <TextField
          id="off-from"
          name="from"
          type="date"
          label="First day off"
          onChange={(event) => {
            setFrom(event.target.value);
          }}
          errors={errorsOf("from")}
        />
        <TextField
          id="off-to"
          name="to"
          type="date"
          label="Last day off"
          min={from || undefined}
          errors={errorsOf("to")}
        />
      </div>
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? "Moving reviews…" : "Add days off"}
        </Button>
      </div>
    </form>
  );
}

function isTaken(daysOff: readonly DaysOff[], holiday: HTMLFormElement): boolean {
  const typed = (name: string): string => {
    const field = holiday.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field.value : "";
  };
  const [first, last] = [typed("from"), typed("to")];
  return first !== "" && daysOff.some(({ from, to }) => from <= first && last <= to);
}

function errorOf(state: ActionState<ChangedPlanView>): string | null {
  if (state.status === "failed") return state.message;
  return state.status === "invalid" ? "Not saved: see the marked fields." : null;
}

function doneOf(state: ActionState<ChangedPlanView>): string | null {
  if (state.status !== "done") return null;
  return `Saved. ${movedWords(state.value) ?? "No review had to move."}`;
}
