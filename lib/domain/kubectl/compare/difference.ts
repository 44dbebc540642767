/** One thing in which an answer differs from an accepted one, and how much it matters. */
import type { Finding } from "../model";
import type { Json, Origin } from "../plan/plan-model";
import { canonicalJson, isObject } from "../plan/json-path";

export type Weight = "wrong" | "extra" | "cannot-judge";
export type Weighed = { weight: Weight; finding: Finding };

export const wrong = (finding: Finding): Weighed => ({ weight: "wrong", finding });
export const extra = (finding: Finding): Weighed => ({ weight: "extra", finding });

/** The characters that set a field: those of the nearest field above it that were typed. */
export function spanOf(origins: readonly Origin[], path: string): Finding["span"] {
  let best: Origin | null = null;
  for (const origin of origins) {
    const inside = path === origin.path || path.startsWith(`${origin.path}.`) || origin.path === "";
    const below = origin.path.startsWith(`${path}.`);
    if (!inside && !below) continue;
    if (!best || nearness(origin.path, path) >= nearness(best.path, path)) best = origin;
  }
  return best?.span ?? null;
}

const nearness = (origin: string, path: string) =>
  origin === path ? 1_000 : path.startsWith(`${origin}.`) ? origin.length : -origin.length;

/** A value as a learner would write it. */
export function show(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => !isObject(item) && !Array.isArray(item))) {
    return value.map(String).join(" ");
  }
  if (isObject(value) && typeof value["$copiedFrom"] === "string") {
    return `the ${value["$copiedFrom"]}`;
  }
  return canonicalJson(value);
}
