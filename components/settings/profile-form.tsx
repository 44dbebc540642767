"use client";

import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";

type ProfileFormProps = {
  name: string;
  save: (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;
};

export function ProfileForm({ name, save }: ProfileFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <TextField
        id="name"
        name="name"
        label="Name"
        autoComplete="name"
        defaultValue={name}
        errors={errorsOf("name")}
      />
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
