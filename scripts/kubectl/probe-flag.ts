/**
 * Finds out what help does not say: the type of a flag, whether its value may
 * be left out, whether it is required, hidden or deprecated.
 *
 * `--help` stands before the probe: kubectl parses the rest of the line, refuses
 * what it must refuse, and otherwise prints help. No probe runs a command.
 */
import type { FlagSpec, FlagType } from "../../lib/domain/kubectl/tables/tables";
import type { HelpFlag } from "./help-text";

export type RunArgs = (args: readonly string[]) => Promise<{ stdout: string; stderr: string }>;

const BAD = "@bad@";
const BEYOND_INT32 = "2147483648";

/**
 * What a flag without a value means. kubectl does not print these; they are
 * from its documentation of the three flags, and every bool is "true".
 */
const NO_VALUE_MEANS: Record<string, string> = {
  "dry-run": "unchanged",
  validate: "strict",
  cascade: "background",
};

/** Accepted but in no help: found by trying every known name on every command. */
export const HIDDEN_CANDIDATES = ["record", "cpu-percent", "prune-whitelist", "short", "sort-by"];

export async function probeFlag(
  run: RunArgs,
  path: readonly string[],
  flag: HelpFlag,
): Promise<FlagSpec> {
  const probe = async (text: string) => (await run([...path, "--help", text])).stderr;
  const bare = await probe(`--${flag.name}`);
  // --kuberc is read before all other flags and complains in its own words.
  const takesValue = bare.includes("flag needs an argument") || bare.includes("kuberc file");
  const type = await typeOf(probe, flag);
  return {
    name: flag.name,
    shorthand: flag.shorthand,
    type,
    default: flag.default,
    noOptDefault: takesValue ? null : noValueMeaning(flag.name, type),
    required: false,
    hidden: false,
    deprecated: deprecationIn(bare, flag.name),
  };
}

/** A flag that help does not show, or null when the command does not have it. */
export async function probeHidden(
  run: RunArgs,
  path: readonly string[],
  name: string,
): Promise<FlagSpec | null> {
  const { stderr } = await run([...path, "--help", `--${name}=${BAD}`]);
  if (stderr.includes("unknown flag")) return null;
  const isString = !stderr.includes("invalid argument");
  const help = { name, shorthand: null, default: "", isString };
  const spec = await probeFlag(run, path, help);
  const value = { bool: "true", int32: "1", int: "1" }[spec.type as string] ?? "x";
  const used = await run([...path, "--help", `--${name}=${value}`]);
  const fallback = { bool: "false", int32: "-1", int: "-1" }[spec.type as string] ?? "";
  return {
    ...spec,
    default: fallback,
    hidden: true,
    deprecated: deprecationIn(used.stderr, name),
  };
}

/** Names of the flags that `command --` must be completed with first: the required ones. */
export async function probeRequired(
  run: RunArgs,
  path: readonly string[],
  flags: readonly HelpFlag[],
): Promise<Set<string>> {
  const { stdout } = await run(["__complete", ...path, "--"]);
  const offered = stdout.split("\n").flatMap((line) => /^--([\w-]+)/.exec(line)?.[1] ?? []);
  const own = flags.filter((flag) => offered.includes(flag.name));
  // Completion offers either the required flags alone or everything, globals included.
  const everything = offered.includes("namespace") || offered.includes("v");
  return new Set(everything ? [] : own.map((flag) => flag.name));
}

async function typeOf(probe: (text: string) => Promise<string>, flag: HelpFlag): Promise<FlagType> {
  const refused = await probe(`--${flag.name}=${BAD}`);
  if (refused.includes("strconv.ParseBool")) return "bool";
  if (refused.includes("strconv.ParseUint")) return "uint";
  if (refused.includes("strconv.ParseInt")) {
    const large = await probe(`--${flag.name}=${BEYOND_INT32}`);
    return large.includes("out of range") ? "int32" : "int";
  }
  if (refused.includes("invalid duration")) return "duration";
  if (refused.includes("must be formatted as key=value")) return "stringToString";
  if (refused.includes("malformed pair")) return "mapStringString";
  if (refused.includes("invalid argument")) return "custom";
  if (flag.isString) return "string";
  const quote = await probe(`--${flag.name}=a"b`);
  return quote.includes("parse error") ? "stringSlice" : "stringArray";
}

function noValueMeaning(name: string, type: FlagType): string {
  if (type === "bool") return "true";
  const meaning = NO_VALUE_MEANS[name];
  if (meaning === undefined) throw new Error(`What does --${name} without a value mean?`);
  return meaning;
}

function deprecationIn(stderr: string, name: string): string | null {
  const prefix = `Flag --${name} has been deprecated, `;
  const line = stderr.split("\n").find((text) => text.startsWith(prefix));
  return line?.slice(prefix.length) ?? null;
}
