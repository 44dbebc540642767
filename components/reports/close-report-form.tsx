"use client";

import { useId } from "react";

import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { CONTROL, describe, Field } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";
import { MOST_REPORT_CHARACTERS } from "@/lib/domain/study/problem-kinds";

export type ReportAction = (
  previous: ActionState<void>,
  form: FormData,
) => Promise<ActionState<void>>;

type ReportNames = { reporterId: string; id: string };

type CloseReportFormProps = ReportNames & {
  /** Of an earlier closing. */
  note: string | null;
  answered: boolean;
  close: ReportAction;
};

const failureOf = (state: ActionState<void>) => (state.status === "failed" ? state.message : null);

export function CloseReportForm({ reporterId, id, note, answered, close }: CloseReportFormProps) {
  const fieldId = useId();
  const { state, pending, form, errorsOf } = useActionForm(close, { status: "idle" });
  const errors = errorsOf("note");
  const hint = answered
    ? "The reporter reads this."
    : "The reporter reads this, maybe before they answer: do not give the answer away.";
  return (
    <form {...form} className="flex flex-col gap-3">
      <Names reporterId={reporterId} id={id} />
      <Field id={fieldId} label="What became of it" hint={hint} errors={errors}>
        <textarea
          {...describe(fieldId, { hint, errors })}
          name="note"
          rows={2}
          maxLength={MOST_REPORT_CHARACTERS}
          defaultValue={note ?? ""}
          className={`${CONTROL} py-2`}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" size="small" disabled={pending}>
          {pending ? "Closing…" : "Close report"}
        </Button>
        <FormMessage error={failureOf(state)} />
      </div>
    </form>
  );
}

export function ReopenReportForm({
  reporterId,
  id,
  reopen,
}: ReportNames & { reopen: ReportAction }) {
  const { state, pending, form } = useActionForm(reopen, { status: "idle" });
  return (
    <form {...form} className="flex flex-wrap items-center gap-3">
      <Names reporterId={reporterId} id={id} />
      <Button type="submit" size="small" disabled={pending}>
        {pending ? "Opening…" : "Open again"}
      </Button>
      <FormMessage error={failureOf(state)} />
    </form>
  );
}

const Names = ({ reporterId, id }: ReportNames) => (
  <>
    <input type="hidden" name="reporterId" value={reporterId} />
    <input type="hidden" name="id" value={id} />
  </>
);
