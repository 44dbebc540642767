/** Better advice than kubectl's for a flag whose value is missing or malformed. */
import type { FlagSpec } from "../tables/tables";

export function hintInvalidValue(spec: FlagSpec, value: string): string {
  const flag = `--${spec.name}`;
  switch (spec.type) {
    case "bool":
      return `${flag} is on or off: write ${flag}, ${flag}=true or ${flag}=false.`;
    case "int":
    case "int32":
    case "uint":
      return value === ""
        ? `Nothing follows ${flag}=: give it a whole number.`
        : `${flag} takes a whole number, such as ${flag}=3.`;
    case "duration":
      return /^\d+$/.test(value)
        ? `A time needs a unit: ${flag}=${value}s, ${flag}=${value}m or ${flag}=${value}h.`
        : `${flag} takes a time such as 30s, 5m or 1h30m.`;
    case "stringToString":
    case "mapStringString":
      return `${flag} takes KEY=VALUE pairs, separated by commas.`;
    case "stringSlice":
      return `${flag} is read as a comma-separated list, in which a " must enclose a whole entry.`;
    default:
      return `${flag} does not take this value.`;
  }
}

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
