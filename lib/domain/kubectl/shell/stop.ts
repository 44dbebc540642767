/** Why a line does not become a kubectl command. */
import type { Refusal, Unjudgeable } from "../model";

export type Stop =
  { kind: "refused"; refusal: Refusal } | { kind: "unjudgeable"; unjudgeable: Unjudgeable };
