"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";

/** A kind and a name: the name becomes the question's id, under which answers are kept. */
export function NewQuestionForm({ bankId, begin }: { bankId: string; begin: FormAction }) {
  const { state, pending, form, errorsOf } = useActionForm(begin, { status: "idle" });
  return (
    <form {...form} aria-label="A new question" className="flex flex-col gap-2">
      <HiddenFields values={{ bankId }} />
      <div className="flex flex-wrap items-start gap-3">
        <SelectField
          id="new-kind"
          name="kind"
          label="New question"
          fieldClassName="w-44"
          defaultValue="kubectl"
        >
          {Object.entries(KIND_LABELS).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          id="new-name"
          name="name"
          label="Short name"
          hint="Part of its address; it cannot change later."
          maxLength={80}
          placeholder="scale a deployment"
          fieldClassName="min-w-56 flex-1 basis-full sm:max-w-sm sm:basis-0"
          errors={errorsOf("name")}
        />
        <Button type="submit" look="primary" className="sm:mt-[1.6rem]" disabled={pending}>
          {pending ? "One moment…" : "Write it"}
        </Button>
      </div>
      <FormMessage error={errorsOf("name") ? null : formFailure(state)} />
    </form>
  );
}
