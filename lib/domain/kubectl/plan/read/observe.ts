/** Makes the step of a read: the objects, and every flag that changes what is shown. */
import type { FlagReader } from "../flag-reader";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Origin, Step, Target } from "../plan-model";

/** How a flag becomes a fact. Flags at their default leave no fact: typing the default changes nothing. */
export type FactKind = "bool" | "text" | "number" | "list" | "set" | "duration";
export type FactSpec = readonly [flag: string, kind: FactKind];

export function observe(
  input: PlanInput,
  verb: string,
  targets: readonly Target[],
  specs: readonly FactSpec[],
  more: JsonObject = {},
  moreOrigins: readonly Origin[] = [],
): Step {
  const facts: JsonObject = { ...more };
  const origins: Origin[] = [...moreOrigins];
  for (const [flag, kind] of specs) {
    const use = input.flags.use(flag);
    if (!use) continue;
    origins.push({ path: flag, span: use.span });
    const value = readFact(input.flags, flag, kind);
    if (use.value !== use.spec.default && value !== null) facts[flag] = value;
  }
  return { kind: "observe", observation: { verb, targets, facts, origins } };
}

function readFact(flags: FlagReader, flag: string, kind: FactKind): Json {
  switch (kind) {
    case "bool":
      return flags.bool(flag) || flags.use(flag)?.spec.default === "true" ? flags.bool(flag) : null;
    case "text":
      return flags.text(flag) === "" ? null : flags.text(flag);
    case "number":
      return Number(flags.text(flag));
    case "list":
      return flags.entries(flag).map((entry) => entry.text);
    case "set":
      return [...new Set(flags.entries(flag).map((entry) => entry.text))].sort();
    case "duration":
      return durationSeconds(flags.text(flag)) ?? flags.text(flag);
  }
}

const UNITS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** "1h", "60m", "1h0m": Go durations in seconds; null when the text is none. */
export function durationSeconds(text: string): number | null {
  if (text === "0") return 0;
  const sign = text.startsWith("-") ? -1 : 1;
  const parts = [...text.replace(/^[-+]/, "").matchAll(/(\d+\.?\d*|\.\d+)(h|ms|us|µs|ns|m|s)/g)];
  const length = parts.reduce((sum, part) => sum + part[0].length, 0);
  if (parts.length === 0 || length !== text.replace(/^[-+]/, "").length) return null;
  return (
    sign * parts.reduce((sum, part) => sum + Number(part[1]) * (UNITS[part[2] ?? "s"] ?? 1), 0)
  );
}
