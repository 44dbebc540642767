"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** A title is all that a new quiz needs. */
export function NewQuizForm({ create }: { create: FormAction }) {
  const { state, pending, form, errorsOf } = useActionForm(create, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id="new-quiz"
          name="title"
          label="Title of a new quiz"
          maxLength={120}
          fieldClassName="min-w-56 flex-1 sm:max-w-sm"
          errors={errorsOf("title")}
        />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Making it…" : "Build a quiz"}
        </Button>
      </div>
      <FormMessage error={formFailure(state)} />
    </form>
  );
}
