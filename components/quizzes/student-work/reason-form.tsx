"use client";

import { useId } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type ReasonFormProps = {
  action: FormAction;
  values: Readonly<Record<string, string | number>>;
  /** Asks for points too; what they are out of, and what they are now. */
  points?: { most: number; now: number | null };
  /** Who reads the reason. */
  hint: string;
  isOptional?: boolean;
  submit: string;
  done: string;
};

/** Changes a grade by hand: with a reason, which is kept with the change. */
export function ReasonForm(props: ReasonFormProps) {
  const { action, values, points, hint, isOptional = false, submit, done } = props;
  const id = useId();
  const { state, pending, form, errorsOf } = useActionForm(action, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-3">
      <HiddenFields values={values} />
      <div className="flex flex-col gap-3 sm:flex-row sm:items-start">
        {points ? (
          <TextField
            id={`${id}-points`}
            name="points"
            label={`Points, of ${points.most}`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={points.now ?? ""}
            errors={errorsOf("points")}
            fieldClassName="sm:w-32"
          />
        ) : null}
        <TextField
          id={`${id}-reason`}
          name="reason"
          label={isOptional ? "Reason (if there is one)" : "Reason"}
          hint={hint}
          maxLength={500}
          autoComplete="off"
          errors={errorsOf("reason")}
          fieldClassName="flex-1"
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="small" disabled={pending}>
          {pending ? "One moment…" : submit}
        </Button>
        <FormMessage error={formFailure(state)} done={state.status === "done" ? done : null} />
      </div>
    </form>
  );
}
