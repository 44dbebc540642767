"use client";

import { useActionState } from "react";

import { Button } from "@/components/ui/button";
import type { ActionState } from "@/lib/domain/action-state";

import { becomeFirstAdminAction } from "./actions";

/** One button: the account that presses it becomes the admin. */
export function FirstAdminForm({ token, email }: { token: string; email: string }) {
  const idle: ActionState<never> = { status: "idle" };
  const [state, submit, pending] = useActionState(becomeFirstAdminAction, idle);
  return (
    <form action={submit} className="grid justify-items-start gap-4">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" look="primary" disabled={pending}>
        Make {email} the admin
      </Button>
      {state.status === "failed" && (
        <p role="alert" className="text-bad">
          {state.message} Start the server again for a new link.
        </p>
      )}
    </form>
  );
}
