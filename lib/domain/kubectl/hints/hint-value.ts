/** Better advice than kubectl's for a flag whose value is missing or malformed. */
import type { FlagSpec } from "../tables/tables";

export function hintInvalidValue(spec: FlagSpec, value: string): string {
  const flag = `--${spec.name}`;
  return value === "" ? `Nothing follows ${flag}=.` : EXPECTS[spec.type](flag, value);
}

type Advice = (flag: string, value: string) => string;

const hintNumber: Advice = (flag) => `${flag} takes a whole number, such as ${flag}=3.`;

const hintPairs: Advice = (flag) => `${flag} takes KEY=VALUE pairs, separated by commas.`;

const hintOther: Advice = (flag) => `${flag} does not take this value.`;

const hintDuration: Advice = (flag, value) =>
  /^\d+$/.test(value)
    ? `A time needs a unit: ${flag}=${value}s, ${flag}=${value}m or ${flag}=${value}h.`
    : `${flag} takes a time such as 30s, 5m or 1h30m.`;

const EXPECTS: Readonly<Record<FlagSpec["type"], Advice>> = {
  bool: (flag) => `${flag} is on or off: write ${flag}, ${flag}=true or ${flag}=false.`,
  int: hintNumber,
  int32: hintNumber,
  uint: hintNumber,
  duration: hintDuration,
  stringToString: hintPairs,
  mapStringString: hintPairs,
  stringSlice: (flag) =>
    `${flag} is read as a comma-separated list, in which a " must enclose a whole entry.`,
  string: hintOther,
  stringArray: hintOther,
  custom: hintOther,
};

export function hintMissingValue(spec: FlagSpec): string {
  const flag = spec.shorthand === null ? `--${spec.name}` : `--${spec.name} (-${spec.shorthand})`;
  return `${flag} needs a value after it, and the line ends here.`;
}

export function hintMissingFlags(names: readonly string[]): string {
  const flags = names.map((name) => EXAMPLES[name] ?? `--${name}`);
  return `Add ${flags.join(" and ")}.`;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  image: "--image=IMAGE",
  schedule: '--schedule="*/5 * * * *"',
  replicas: "--replicas=NUMBER",
  max: "--max=NUMBER",
  "external-name": "--external-name=HOST",
  clusterrole: "--clusterrole=NAME",
};
