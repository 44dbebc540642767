"use client";

import { useState, type ReactNode } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type ConfirmButtonProps = {
  action: FormAction;
  values: Readonly<Record<string, string | number>>;
  /** On the button that asks. */
  children: ReactNode;
  /** Said by screen readers where the words alone do not tell buttons apart. */
  label?: string;
  /** As a question. */
  title: string;
  /** What will happen, and what will not. */
  consequences: ReactNode;
  /** On the button that does it. */
  confirm: string;
  look?: "plain" | "quiet" | "danger";
  size?: "small" | "medium";
};

/** Asks before it does what cannot simply be taken back. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, label, title, consequences, confirm, look = "plain", size = "small" } = props;
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        look={look}
        size={size}
        aria-label={label}
        onClick={() => {
          setOpen(true);
        }}
      >
        {children}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {open ? (
          <ConfirmForm {...props} confirm={confirm} onClose={close}>
            {consequences}
          </ConfirmForm>
        ) : null}
      </Dialog>
    </>
  );
}

type ConfirmFormProps = Pick<ConfirmButtonProps, "action" | "values" | "confirm" | "look"> & {
  onClose: () => void;
  children: ReactNode;
};

function ConfirmForm({ action, values, confirm, look, onClose, children }: ConfirmFormProps) {
  const closing: FormAction = async (previous, data) => {
    const state = await action(previous, data);
    if (state.status === "done") onClose();
    return state;
  };
  const { state, pending, form } = useActionForm(closing, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-4">
      <HiddenFields values={values} />
      <div className="flex flex-col gap-3">{children}</div>
      <FormMessage error={formFailure(state)} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look={look === "danger" ? "danger" : "primary"} disabled={pending}>
          {pending ? "One moment…" : confirm}
        </Button>
      </div>
    </form>
  );
}
