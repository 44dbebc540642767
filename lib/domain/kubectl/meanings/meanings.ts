/** What commands and flags do, in our own words, for people who read or complete a line. */
import commands from "./commands.json" with { type: "json" };
import flags from "./flags.json" with { type: "json" };

type FlagMeaning = string | Readonly<Record<string, string>>;

const COMMANDS: Readonly<Record<string, string>> = commands;
/** A text, or one for each command on which the flag means something else. */
const FLAGS: Readonly<Record<string, FlagMeaning>> = flags;

export const meaningOfCommand = (path: readonly string[]): string => COMMANDS[path.join(" ")] ?? "";

export function meaningOfFlag(path: readonly string[], name: string): string {
  const meaning = FLAGS[name] ?? "";
  return typeof meaning === "string" ? meaning : (meaning[path.join(" ")] ?? meaning["else"] ?? "");
}
