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
