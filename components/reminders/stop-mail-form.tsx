"use client";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

type StopMailFormProps = { token: string; stop: FormAction };

/** Needs no account: whoever holds the email may stop it. */
export function StopMailForm({ token, stop }: StopMailFormProps) {
  const { state, pending, form } = useActionForm(stop, { status: "idle" });
  if (state.status === "done") {
    return (
      <div role="status" className="flex flex-col gap-3">
        <p className="font-medium">Stopped. You get no more of these emails.</p>
        <p className="text-muted">
          You can switch them on again in your{" "}
          <TextLink href="/settings#reminders">settings</TextLink>.
        </p>
      </div>
    );
  }
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <HiddenFields values={{ token }} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "One moment…" : "Stop them"}
      </Button>
      <FormMessage error={formFailure(state)} />
    </form>
  );
}
