"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { counted } from "@/components/ui/counted";
import type { ActionState } from "@/lib/domain/action-state";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";

export type AccommodationEffect = { moved: number };

type AccommodationFormProps = {
  values: { classId: string; userId: string };
  current: Accommodation;
  save: FormAction<AccommodationEffect>;
};

/** What every assignment of the class grants one person, also past its closing. */
export function AccommodationForm({ values, current, save }: AccommodationFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-4 border-t border-line pt-5">
      <HiddenFields values={values} />
      <div>
        <h3 className="font-semibold">Granted to this person</h3>
        <p className="text-sm text-muted">
          Counts for everything assigned in this class, past closing times too, and at once for what
          they are working on. Only staff and the person see it.
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          id="time-multiplier"
          name="timeMultiplier"
          type="number"
          min={1}
          max={4}
          step="any"
          label="Time multiplier"
          hint="1.5: half as much again"
          defaultValue={current.timeMultiplier}
          errors={errorsOf("timeMultiplier")}
        />
        <TextField
          id="extra-days"
          name="extraDays"
          type="number"
          min={0}
          max={60}
          label="More days"
          defaultValue={current.extraDays}
          errors={errorsOf("extraDays")}
        />
        <TextField
          id="extra-attempts"
          name="extraAttempts"
          type="number"
          min={0}
          max={20}
          label="More attempts"
          defaultValue={current.extraAttempts}
          errors={errorsOf("extraAttempts")}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Granting…" : "Grant"}
        </Button>
        <FormMessage error={formFailure(state)} done={pending ? null : effectWords(state)} />
      </div>
    </form>
  );
}

function effectWords(state: ActionState<AccommodationEffect>): string | null {
  if (state.status !== "done") return null;
  const { moved } = state.value;
  return moved === 0 ? "Granted." : `Granted. ${counted(moved, "open attempt")} got a new end.`;
}
