/** Flags of the command that are not used yet, and the value after `--flag=`. */
import type { TaskContext } from "../model";
import { meaningOfFlag } from "../meanings/meanings";
import { normalizeFlagName } from "../parse/command-tree";
import type { FlagSpec } from "../tables/tables";
import { completeValue } from "./complete-value";
import { NOTHING, type CompletionOption, type Offer } from "./completion";
import type { LineSoFar } from "./read-so-far";

const REPEATABLE = new Set(["stringArray", "stringSlice", "stringToString", "mapStringString"]);

export function completeFlag(line: LineSoFar, typed: string, context: TaskContext): Offer {
  const equals = typed.indexOf("=");
  if (equals < 0) return { skip: 0, options: offerFlags(line, typed) };
  const spec = typed.startsWith("--")
    ? line.node.flags.get(normalizeFlagName(typed.slice(2, equals)))
    : line.node.shorthands.get(typed.slice(1, equals));
  return spec === undefined ? NOTHING : completeValue(line, spec, typed, equals + 1, context);
}

function offerFlags({ node, flags }: LineSoFar, typed: string): CompletionOption[] {
  const usable = [...node.flags.values()].filter(
    ({ name, type, hidden, deprecated }) =>
      !hidden && deprecated === null && (REPEATABLE.has(type) || !flags.has(name)),
  );
  // A command's own flags first: the globals are rarely what is looked for.
  const own = usable.filter(({ name }) => node.ownFlags.has(name));
  const globals = usable.filter(({ name }) => !node.ownFlags.has(name));
  const offered = [...own, ...globals];
  const option = optionOf(node.spec.path);
  const long = offered.map((flag) => option(`--${flag.name}${takesValue(flag) ? "=" : ""}`, flag));
  if (typed.startsWith("--")) return long;
  const short = offered.flatMap((flag) =>
    flag.shorthand === null ? [] : [option(`-${flag.shorthand}`, flag)],
  );
  return [...short, ...long];
}

const takesValue = ({ type }: FlagSpec) => type !== "bool";

const optionOf =
  (path: readonly string[]) =>
  (text: string, { name }: FlagSpec): CompletionOption => ({
    text,
    kind: "flag",
    detail: meaningOfFlag(path, name),
  });
