"use client";

import type { FormAction } from "@/components/form/form-action";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";

type MissingRuleFormProps = { classId: string; missingIsZero: boolean; save: FormAction };

const CHOICES = [
  { value: "zero", isZero: true, words: "It counts as 0" },
  { value: "left-out", isZero: false, words: "It does not count" },
];

/** What becomes of work that was not handed in until it closed for the student. */
export function MissingRuleForm({ classId, missingIsZero, save }: MissingRuleFormProps) {
  const { state, pending, form } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-4">
      <HiddenFields values={{ classId }} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm font-medium">
          What was not handed in until it closed for the student
        </legend>
        {CHOICES.map(({ value, isZero, words }) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="radio"
              name="missing"
              value={value}
              defaultChecked={missingIsZero === isZero}
              className="size-4 accent-accent"
            />
            {words}
          </label>
        ))}
      </fieldset>
      <p className="text-sm text-muted">
        What is handed in and not marked yet never counts, and neither does what is excused.
      </p>
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
