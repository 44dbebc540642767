"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";

import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { forgetDevice } from "@/components/offline/forget-device";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { ActionState } from "@/lib/domain/action-state";

type DeleteAccountProps = {
  /** To be typed. */
  word: string;
  asksPassword: boolean;
  remove: (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;
};

export function DeleteAccount(props: DeleteAccountProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <WhatGoes />
      <div>
        <Button
          look="danger"
          onClick={() => {
            setOpen(true);
          }}
        >
          Delete account …
        </Button>
      </div>
      <Dialog
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title="Delete your account"
      >
        <DeleteForm {...props} />
      </Dialog>
    </div>
  );
}

const WhatGoes = () => (
  <ul className="list-disc ps-5 text-muted [&>li+li]:mt-1">
    <li>Your name, address, password and linked sign-ins; all your devices are signed out.</li>
    <li>Every answer and rating, cards, marks, settings, fits, notices, calendar links.</li>
    <li>
      Your places in classes, with attempts, answers, marks and appeals. The audit keeps the marks
      under a number that leads to nobody.
    </li>
    <li>Classes and banks that nobody else uses.</li>
    <li>
      What others use stays without your name: quizzes and banks of a class go to another of its
      instructors.
    </li>
  </ul>
);

function DeleteForm({ word, asksPassword, remove }: DeleteAccountProps) {
  const removeAndLeave: DeleteAccountProps["remove"] = async (previous, form) => {
    const state = await remove(previous, form);
    if (state.status === "done") {
      await forgetDevice();
      await signOut({ callbackUrl: "/" });
    }
    return state;
  };
  const { state, pending, form, errorsOf } = useActionForm(removeAndLeave, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <p>Nobody can undo this, not even an administrator.</p>
      <TextField
        id="delete-confirmation"
        name="confirmation"
        label={
          <>
            Type <code className="inline-code">{word}</code> to confirm
          </>
        }
        autoComplete="off"
        errors={errorsOf("confirmation")}
      />
      {asksPassword ? (
        <TextField
          id="delete-password"
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          errors={errorsOf("password")}
        />
      ) : null}
      <FormMessage error={state.status === "failed" ? state.message : null} />
      <div>
        <Button type="submit" look="danger" disabled={pending}>
          {pending ? "Deleting …" : "Delete for good"}
        </Button>
      </div>
    </form>
  );
}
