"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type NewTitleFormProps = {
  id: string;
  label: string;
  maxLength: number;
  /** On the button. */
  make: string;
  create: FormAction;
};

/** Makes what needs a title and nothing else to begin with. */
export function NewTitleForm({ id, label, maxLength, make, create }: NewTitleFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(create, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id={id}
          name="title"
          label={label}
          maxLength={maxLength}
          fieldClassName="min-w-56 flex-1 sm:max-w-sm"
          errors={errorsOf("title")}
        />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Making it…" : make}
        </Button>
      </div>
      <FormMessage error={errorsOf("title") ? null : formFailure(state)} />
    </form>
  );
}
