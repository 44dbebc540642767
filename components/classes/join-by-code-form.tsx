"use client";

import { FormMessage } from "@/components/form/form-message";
import type { FormAction } from "@/components/form/form-action";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

export function JoinByCodeForm({ join }: { join: FormAction }) {
  const { state, pending, form, errorsOf } = useActionForm(join, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          id="join-code"
          name="code"
          label="Code"
          mono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          placeholder="CDFG-4679"
          hint="Eight letters and digits, from whoever teaches the class."
          errors={errorsOf("code")}
          fieldClassName="w-full max-w-72"
        />
        <Button type="submit" disabled={pending} className="mt-[1.6875rem]">
          {pending ? "Joining…" : "Join"}
        </Button>
      </div>
      {state.status === "failed" ? <FormMessage error={state.message} /> : null}
    </form>
  );
}
