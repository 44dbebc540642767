"use client";

import type { ReactNode } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";

type ActionButtonProps<T> = {
  action: FormAction<T>;
  values: Readonly<Record<string, string | number>>;
  look?: "primary" | "plain" | "quiet" | "danger";
  size?: "small" | "medium" | "large";
  /** Said by screen readers where the words alone do not tell buttons apart. */
  label?: string;
  children: ReactNode;
};

/** A button that does one thing at once. What went wrong is said below it. */
export function ActionButton<T>(props: ActionButtonProps<T>) {
  const { action, values, look = "plain", size = "small", label, children } = props;
  const { state, pending, form } = useActionForm(action, { status: "idle" });
  const failure = formFailure(state);
  return (
    <form {...form} className="flex flex-col items-start gap-1">
      <HiddenFields values={values} />
      <Button type="submit" look={look} size={size} disabled={pending} aria-label={label}>
        {children}
      </Button>
      {failure ? <FormMessage error={failure} /> : null}
    </form>
  );
}
