"use client";

import { Fragment, type ReactNode } from "react";

import { SectionTicks } from "@/components/quizzes/assignments/section-ticks";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";

export type ErrorsOf = (name: string) => readonly string[] | undefined;

export type AssignedFormProps<Values> = {
  classId: string;
  /** Of the class's clocks. */
  zone: string;
  sections: readonly { id: string; name: string }[];
  values: Values;
  save: FormAction;
  /** What to say once it is saved; null where another page is shown then. */
  done: string | null;
};

type FrameProps = Omit<
  AssignedFormProps<{ assignmentId: string; revision: number; sectionIds: readonly string[] }>,
  "zone"
> & { children: (errorsOf: ErrorsOf) => ReactNode };

/**
 * The frame of what is assigned to a class, or to sections of it. Without an id it is new. Its
 * fields show what is stored: once that has changed they start anew, and what is said stays.
 */
export function AssignedForm({ classId, sections, values, save, done, children }: FrameProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  const { assignmentId, revision, sectionIds } = values;
  const isNew = assignmentId === "";
  return (
    <form {...form} className="flex max-w-3xl flex-col gap-8">
      <HiddenFields values={{ classId, ...(isNew ? {} : { assignmentId, revision }) }} />
      <Fragment key={revision}>
        {children(errorsOf)}
        <SectionTicks sections={sections} ticked={sectionIds} errors={errorsOf("sectionIds")} />
      </Fragment>
      <div className="flex flex-col items-start gap-2">
        <FormMessage error={formFailure(state)} done={state.status === "done" ? done : null} />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Saving…" : isNew ? "Assign" : "Save"}
        </Button>
      </div>
    </form>
  );
}
