/** How planning ends when kubectl's own code refuses the line, or when its effect is out of reach. */
import type { Result } from "../../result";
import { err } from "../../result";
import type { Refusal, Span, Unjudgeable } from "../model";

export type PlanFailure =
  { kind: "refused"; refusal: Refusal } | { kind: "unjudgeable"; unjudgeable: Unjudgeable };

export type Planned<T> = Result<T, PlanFailure>;

/** kubectl's own words go in `message`; the better advice in `hint`. */
export const refuse = (
  code: string,
  message: string,
  span: Span,
  hint: string | null = null,
): { ok: false; error: PlanFailure } =>
  err({ kind: "refused", refusal: { code, message, span, hint } });

export const cannotJudge = (
  code: string,
  message: string,
  span: Span,
): { ok: false; error: PlanFailure } =>
  err({ kind: "unjudgeable", unjudgeable: { code, message, span } });

type Refused = ReturnType<typeof refuse>;

/** The refusal of the first condition that holds, in kubectl's order; null when none does. */
export function firstRefusal(
  checks: readonly (readonly [holds: boolean, refusal: () => Refused])[],
): Refused | null {
  return checks.find(([holds]) => holds)?.[1]() ?? null;
}
