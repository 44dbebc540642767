"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";

import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";

type PasswordFormProps = {
  email: string;
  save: (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;
};

export function PasswordForm({ email, save }: PasswordFormProps) {
  const [round, setRound] = useState(0);

  /** The change ends every session, this one too: sign in again with the new password. */
  const saveAndStay: PasswordFormProps["save"] = async (previous, form) => {
    const state = await save(previous, form);
    if (state.status !== "done") return state;
    const password = form.get("newPassword");
    await signIn("password", { email, password, redirect: false }).catch(() => undefined);
    setRound((before) => before + 1);
    return state;
  };

  const { state, pending, form, errorsOf } = useActionForm(saveAndStay, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        key={`current ${round}`}
        id="current-password"
        name="currentPassword"
        type="password"
        label="Current password"
        autoComplete="current-password"
        errors={errorsOf("currentPassword")}
      />
      <TextField
        key={`new ${round}`}
        id="new-password"
        name="newPassword"
        type="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 8 characters."
        errors={errorsOf("newPassword")}
      />
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
