"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type BankDetailsFormProps = {
  bank: { id: string; title: string; description: string };
  change: FormAction;
};

/** The name and description that learners see. */
export function BankDetailsForm({ bank, change }: BankDetailsFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(change, { status: "idle" });
  return (
    <section aria-labelledby="details" className="flex flex-col gap-4">
      <h2 id="details" className="text-lg font-semibold">
        Name and description
      </h2>
      <form {...form} className="flex max-w-xl flex-col gap-4">
        <HiddenFields values={{ bankId: bank.id }} />
        <TextField
          id="bank-title"
          name="title"
          label="Title"
          maxLength={80}
          defaultValue={bank.title}
          errors={errorsOf("title")}
        />
        <TextField
          id="bank-description"
          name="description"
          label="Description"
          hint="One sentence below the title in the list of banks."
          maxLength={400}
          defaultValue={bank.description}
          errors={errorsOf("description")}
        />
        <div className="flex items-center gap-3">
          <Button type="submit" disabled={pending}>
            {pending ? "Saving…" : "Save"}
          </Button>
          <FormMessage
            error={formFailure(state)}
            done={state.status === "done" ? "Saved." : null}
          />
        </div>
      </form>
    </section>
  );
}
