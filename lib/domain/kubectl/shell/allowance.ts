/**
 * How much text variables and aliases may still produce. Without it a few lines of
 * `x=$x$x` would grow without end.
 */
import type { Span, Unjudgeable } from "../model";

export type Allowance = { left: number };

export const newAllowance = (): Allowance => ({ left: 50_000 });

/** False when there is not enough left. */
export function spend(allowance: Allowance, length: number): boolean {
  allowance.left -= length + 1;
  return allowance.left >= 0;
}

export const tooLong = (span: Span): Unjudgeable => ({
  code: "too-long",
  message: "The expansions of these lines grow too long to follow",
  span,
});
