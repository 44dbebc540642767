"use client";

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from "react";

import type { ActionState } from "@/lib/domain/action-state";

type ServerAction<T> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

/**
 * A form whose server action says how it went. Sent by hand, because React empties a
 * form after its action: what was typed stays when something was wrong with it.
 */
export function useActionForm<T>(action: ServerAction<T>, idle: ActionState<T>) {
  const ref = useRef<HTMLFormElement>(null);
  const [state, dispatch, pending] = useActionState(action, idle);

  useEffect(() => {
    if (state.status !== "invalid") return;
    ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => {
      dispatch(form);
    });
  };

  return {
    state,
    pending,
    form: { ref, action: dispatch, onSubmit, noValidate: true },
    errorsOf: (name: string) => (state.status === "invalid" ? state.fields[name] : undefined),
  };
}
