"use client";

import { signIn } from "next-auth/react";
import { useRouter } from "next/navigation";

import { tellTimeZone, type AdoptTimeZone } from "@/components/account/device-time-zone";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";

type SignUpAction = (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;

type SignUpFormProps = { to: string; signUp: SignUpAction; adoptTimeZone: AdoptTimeZone };

export function SignUpForm({ to, signUp, adoptTimeZone }: SignUpFormProps) {
  const router = useRouter();

  /** A guest is signed in already and stays so; for others the new password is the proof. */
  const signUpAndIn: SignUpAction = async (previous, form) => {
    const state = await signUp(previous, form);
    if (state.status !== "done") return state;
    const credentials = { email: form.get("email"), password: form.get("password") };
    await signIn("password", { ...credentials, redirect: false }).catch(() => undefined);
    await tellTimeZone(adoptTimeZone);
    router.push(to);
    router.refresh();
    return state;
  };

  const { state, pending, form, errorsOf } = useActionForm(signUpAndIn, { status: "idle" });
  const busy = pending || state.status === "done";
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField id="name" name="name" label="Name" autoComplete="name" errors={errorsOf("name")} />
      <TextField
        id="email"
        name="email"
        type="email"
        label="Email"
        autoComplete="username"
        errors={errorsOf("email")}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 8 characters. A few words in a row are easy to remember and hard to guess."
        errors={errorsOf("password")}
      />
      <FormMessage error={state.status === "failed" ? state.message : null} />
      <Button type="submit" look="primary" size="large" disabled={busy}>
        {busy ? "Signing up…" : "Sign up"}
      </Button>
    </form>
  );
}
