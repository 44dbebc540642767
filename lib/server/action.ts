import { headers } from "next/headers";
import { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import type { ActionState } from "@/lib/domain/action-state";
import { findActor, requireActor } from "@/lib/server/auth/actor";
import { clientAddress } from "@/lib/server/client-address";
import { currentTime } from "@/lib/server/clock";
import { AppError } from "@/lib/server/errors";

/** When and from where the form came. */
export type ActionOrigin = { now: Date; address: string };

/** Wraps a service as a server action: signed in, then validated, then run. */
export const action = <S extends z.ZodType, T>(
  schema: S,
  run: (actor: Actor, input: z.output<S>, origin: ActionOrigin) => Promise<T>,
) => serverAction(requireActor, schema, run);

/** As `action`, for forms that people use before they are signed in. */
export const publicAction = <S extends z.ZodType, T>(
  schema: S,
  run: (actor: Actor | null, input: z.output<S>, origin: ActionOrigin) => Promise<T>,
) => serverAction(findActor, schema, run);

function serverAction<A, S extends z.ZodType, T>(
  whoAsks: () => Promise<A>,
  schema: S,
  run: (actor: A, input: z.output<S>, origin: ActionOrigin) => Promise<T>,
) {
  return async (_previous: ActionState<T>, form: FormData): Promise<ActionState<T>> => {
    try {
      const source = await headers();
      const origin = { now: currentTime(source), address: clientAddress(source) };
      const actor = await whoAsks();
      const input = schema.safeParse(formFields(form));
      if (!input.success) {
        return { status: "invalid", fields: z.flattenError(input.error).fieldErrors };
      }
      return { status: "done", value: await run(actor, input.data, origin) };
    } catch (error) {
      return toActionState(error);
    }
  };
}

function toActionState(error: unknown): ActionState<never> {
  if (!(error instanceof AppError)) throw error; // a bug: error.tsx and the log have it
  const { code, message, fields } = error;
  return fields ? { status: "invalid", fields } : { status: "failed", code, message };
}

/** React adds keys that start `$ACTION_`; names that end in `[]` carry lists. */
function formFields(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION_"));
  const entries = names.map((name): [string, unknown] =>
    name.endsWith("[]") ? [name.slice(0, -2), form.getAll(name)] : [name, form.get(name)],
  );
  return Object.fromEntries<unknown>(entries);
}
