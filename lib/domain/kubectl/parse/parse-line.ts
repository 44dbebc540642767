/**
 * Reads one shell command as kubectl does before any of its own code runs: finds the
 * command, parses the flags, checks what the command line library checks. Refusals
 * come in kubectl's order and words.
 */
import { hintMissingFlags } from "../hints/hint-value";
import { hintUnknownSubcommand } from "../hints/hint-command";
import type { FlagUse, Invocation, ParsedLine, ShellCommand, ShellLine } from "../invocation";
import type { Refusal, Span } from "../model";
import type { CommandTable } from "../tables/tables";
import { commandTree, HELP_COMMAND, type CommandTree } from "./command-tree";
import { findCommand, type Found } from "./find-command";
import { goQuote } from "./go-text";
import { parseFlags, type ParsedFlags } from "./parse-flags";
import { refuseFlag } from "./refuse-flag";
import {
  COMPLETION_COMMANDS,
  refusePluginFlag,
  refuseRootWord,
  warnOfHelpTopic,
} from "./refuse-command";
import { hintOddCharacters } from "./hint-odd-characters";

/** Groups that print their help whatever words follow them. */
const IGNORES_WORDS = new Set(["", "alpha", "certificate"]);
const PROFILES = new Set("none cpu heap goroutine threadcreate block mutex trace".split(" "));

export function parseLine(line: ShellLine, table: CommandTable): ParsedLine {
  if (line.kind !== "command") return line;
  const { span, separator } = line;
  if (COMPLETION_COMMANDS.has(line.words[1]?.text ?? "")) {
    const message = "This is how shells ask kubectl for completions";
    const unjudgeable = { code: "completion", message, span };
    return { kind: "unjudgeable", span, separator, unjudgeable };
  }
  const tree = commandTree(table);
  const read = readCommand(line, tree);
  if ("kind" in read) return read;
  const refusal = hintOddCharacters(read, line.notices);
  return { kind: "refused", span, separator, refusal };
}

function readCommand(line: ShellCommand, tree: CommandTree): Invocation | Refusal {
  const words = line.words.slice(1);
  const plugin = refusePluginFlag(tree, words);
  if (plugin !== null) return plugin;
  const found = findCommand(tree.root, words, () => true);
  if (found.node === tree.root && found.nextWord !== null) return refuseRootWord(tree, found);
  const parsed = parseFlags(found.node, found.rest);
  if (!parsed.ok) return refuseFlag(parsed.error, tree, found.rest);
  const help = isHelp(found, parsed.value);
  const refusal = help ? null : refuseBeforeRun(tree, found, parsed.value, line);
  if (refusal !== null) return refusal;
  const invocation = invocationOf(line, found, parsed.value, help || !found.node.spec.runnable);
  const topic = warnOfHelpTopic(tree, found, parsed.value);
  return topic === null ? invocation : { ...invocation, warnings: [...invocation.warnings, topic] };
}

const isHelp = ({ node }: Found, { flags }: ParsedFlags) =>
  node.spec === HELP_COMMAND || isTrue(flags.findLast(({ name }) => name === "help"));

const isTrue = (use: FlagUse | undefined) => use !== undefined && /^(?:1|t|true)$/i.test(use.value);

/** What is checked after parsing, in order: words of a group, profiling, required flags. */
function refuseBeforeRun(
  tree: CommandTree,
  { node }: Found,
  { flags, args }: ParsedFlags,
  line: ShellCommand,
): Refusal | null {
  const [first] = args;
  const path = node.spec.path.join(" ");
  if (!node.spec.runnable && first !== undefined && !IGNORES_WORDS.has(path)) {
    const text = args.map((word) => word.text).join(" ");
    const hint = hintUnknownSubcommand(tree, node, first.text);
    return refusal("unknown-command", `unknown command ${goQuote(text)}`, first, hint);
  }
  const profile = flags.findLast(({ name, global }) => name === "profile" && global);
  if (profile !== undefined && !PROFILES.has(profile.value)) {
    const hint = `--profile measures kubectl itself; it takes ${[...PROFILES].join(", ")}.`;
    const message = `unknown profile '${profile.value}'`;
    return refusal("unknown-profile", message, profile.span, hint);
  }
  if (!node.spec.runnable) return null;
  const missing = node.required.filter((name) => !flags.some((use) => use.name === name));
  if (missing.length === 0) return null;
  const names = missing.map((name) => `"${name}"`).join(", ");
  const message = `required flag(s) ${names} not set`;
  return refusal("required-flag", message, line.span, hintMissingFlags(missing));
}

const refusal = (code: string, message: string, { start, end }: Span, hint: string): Refusal => ({
  code,
  message: `error: ${message}`,
  span: { start, end },
  hint,
});

function invocationOf(
  line: ShellCommand,
  { node, pathWords }: Found,
  { flags, args, argsLenAtDash }: ParsedFlags,
  help: boolean,
): Invocation {
  const { words, assignments, outputFile, stdin, background, notices, separator } = line;
  const first = pathWords[0] ?? words[0] ?? line.span;
  const last = pathWords.at(-1) ?? first;
  return {
    kind: "invocation",
    line: line.span,
    separator,
    words,
    path: node.spec.path,
    pathSpan: { start: first.start, end: last.end },
    command: node.spec,
    flags,
    args,
    argsLenAtDash,
    help,
    assignments,
    outputFile,
    stdin,
    background,
    warnings: flags.flatMap(warningOf),
    notices,
  };
}

const warningOf = ({ spec }: FlagUse) =>
  spec.deprecated === null ? [] : [`Flag --${spec.name} has been deprecated, ${spec.deprecated}`];
