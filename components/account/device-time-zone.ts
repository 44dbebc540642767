import type { ActionState } from "@/lib/domain/action-state";

export type AdoptTimeZone = (
  previous: ActionState<void>,
  form: FormData,
) => Promise<ActionState<void>>;

/** Tells the server where the learner is. That it fails must not keep anybody from studying. */
export async function tellTimeZone(adopt: AdoptTimeZone): Promise<void> {
  const form = new FormData();
  form.set("timeZone", new Intl.DateTimeFormat().resolvedOptions().timeZone);
  await adopt({ status: "idle" }, form).catch(() => undefined);
}
