import type { ActionState } from "@/lib/domain/action-state";

/** A server action as a form takes it. */
export type FormAction<T = void> = (
  previous: ActionState<T>,
  form: FormData,
) => Promise<ActionState<T>>;

/** What to say of the form as a whole. */
export function formFailure(state: ActionState<unknown>): string | null {
  if (state.status === "failed") return state.message;
  return state.status === "invalid" ? "Not saved: see the marked fields." : null;
}

/** The first thing that was wrong, where there is no field to say it beside. */
export function firstFailure(state: ActionState<unknown>): string | null {
  if (state.status !== "invalid") return formFailure(state);
  return Object.values(state.fields).flat()[0] ?? formFailure(state);
}

/** What an action is sent where no form is. */
export function formOf(fields: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}
