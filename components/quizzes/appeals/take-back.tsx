"use client";

import { useState, useTransition } from "react";

import { formFailure, formOf, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { ChangedMarks, type ChangedMark } from "@/components/quizzes/appeals/changed-marks";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CONTROL, describe, Field } from "@/components/ui/field";

export type TakingBackPreview = {
  fingerprint: string;
  changes: ChangedMark[];
  assignments: string[];
};

export type TakenBack = { status: "taken-back" | "was-taken-back" };

type TakeBackProps = {
  values: Readonly<Record<string, string>>;
  /** Whose appeal it is. */
  name: string;
  preview: FormAction<TakingBackPreview>;
  takeBack: FormAction<TakenBack>;
};

/** Looks first at what taking an acceptance back would change, and does it once it is confirmed. */
export function TakeBack({ values, name, preview, takeBack }: TakeBackProps) {
  const [looked, setLooked] = useState<TakingBackPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const close = () => {
    setLooked(null);
  };
  const look = () => {
    startTransition(async () => {
      const state = await preview({ status: "idle" }, formOf(values));
      setFailure(formFailure(state));
      setLooked(state.status === "done" ? state.value : null);
    });
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="small"
          look="quiet"
          disabled={pending}
          aria-label={`Take back the acceptance of the appeal of ${name}`}
          onClick={look}
        >
          {pending ? "One moment…" : "Take back"}
        </Button>
        <FormMessage error={failure} />
      </div>
      <Dialog open={looked !== null} onClose={close} title="Take this acceptance back?">
        {looked ? (
          <TakeBackForm values={values} looked={looked} takeBack={takeBack} onClose={close} />
        ) : null}
      </Dialog>
    </>
  );
}

type TakeBackFormProps = Pick<TakeBackProps, "values" | "takeBack"> & {
  looked: TakingBackPreview;
  onClose: () => void;
};

function TakeBackForm({ values, looked, takeBack, onClose }: TakeBackFormProps) {
  const { changes, assignments, fingerprint } = looked;
  const closing: FormAction<TakenBack> = async (previous, data) => {
    const state = await takeBack(previous, data);
    if (state.status === "done") onClose();
    return state;
  };
  const { state, pending, form } = useActionForm(closing, { status: "idle" });
  const errors = state.status === "invalid" ? state.fields["reply"] : undefined;
  return (
    <form {...form} className="flex flex-col gap-4">
      <HiddenFields values={{ ...values, fingerprint }} />
      <p>
        The answer is no longer right, for whoever hands in from now on too.{" "}
        {changes.length === 0
          ? "No mark changes by it."
          : changes.length === 1
            ? "1 mark goes back."
            : `${changes.length} marks go back.`}{" "}
        Appeals that were accepted with it are refused with your reply, and their students are told.
      </p>
      {assignments.length === 0 ? null : (
        <p className="text-sm text-muted">Looked at: {assignments.join("; ")}.</p>
      )}
      <ChangedMarks changes={changes} />
      <Field id="take-back-reply" label="Reply to the students" errors={errors}>
        <textarea
          name="reply"
          rows={2}
          maxLength={2000}
          required
          {...describe("take-back-reply", { errors })}
          className={`${CONTROL} py-2`}
        />
      </Field>
      <FormMessage error={formFailure(state)} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="danger" disabled={pending}>
          {pending ? "One moment…" : "Take back"}
        </Button>
      </div>
    </form>
  );
}
