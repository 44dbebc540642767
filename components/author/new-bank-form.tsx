"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

export function NewBankForm({ create }: { create: FormAction }) {
  const { state, pending, form, errorsOf } = useActionForm(create, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id="new-bank"
          name="title"
          label="Title of a new bank"
          maxLength={80}
          fieldClassName="min-w-56 flex-1 sm:max-w-sm"
          errors={errorsOf("title")}
        />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Making it…" : "Make a bank"}
        </Button>
      </div>
      <FormMessage error={formFailure(state)} />
    </form>
  );
}
