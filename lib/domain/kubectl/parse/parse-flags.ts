/**
 * pflag's grammar over the words that follow the command.
 *
 *   --flag=value  --flag value  --flag          (the last for flags that need no value)
 *   -f=value  -fvalue  -f value  -abc           (bundle; the last letter may take a value)
 *   --                                          (everything after it is positional)
 *
 * Flags and positional words interleave freely. A flag that needs no value takes one
 * only with `=`: in `--dry-run client` the word "client" is positional.
 */
import type { FlagUse, ShellWord } from "../invocation";
import { spanWithin } from "../invocation";
import type { Span } from "../model";
import type { FlagSpec } from "../tables/tables";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { HELP_FLAG, normalizeFlagName, type CommandNode } from "./command-tree";
import type { FlagProblem } from "./flag-problem";
import { invalidArgument, valuesOf } from "./set-flag";

export type ParsedFlags = {
  flags: FlagUse[];
  args: ShellWord[];
  argsLenAtDash: number | null;
};

type Parser = ParsedFlags & { node: CommandNode; words: readonly ShellWord[]; at: number };

export function parseFlags(
  node: CommandNode,
  words: readonly ShellWord[],
): Result<ParsedFlags, FlagProblem> {
  const parser: Parser = { node, words, at: 0, flags: [], args: [], argsLenAtDash: null };
  for (;;) {
    const word = parser.words[parser.at++];
    if (word === undefined) return ok(parser);
    if (word.text === "--") {
      parser.argsLenAtDash = parser.args.length;
      for (const rest of words.slice(parser.at)) parser.args.push(rest);
      return ok(parser);
    }
    const problem = parseWord(parser, word);
    if (problem !== null) return err(problem);
  }
}

function parseWord(parser: Parser, word: ShellWord): FlagProblem | null {
  if (!word.text.startsWith("-") || word.text === "-") {
    parser.args.push(word);
    return null;
  }
  return word.text.startsWith("--") ? parseLongFlag(parser, word) : parseShortFlags(parser, word);
}

function parseLongFlag(parser: Parser, word: ShellWord): FlagProblem | null {
  const { text } = word;
  const equals = text.indexOf("=");
  const end = equals < 0 ? text.length : equals;
  const name = text.slice(2, end);
  if (name === "" || name.startsWith("-")) return { kind: "bad-syntax", word };
  const spec = findFlag(parser.node, normalizeFlagName(name));
  if (spec === undefined) return { kind: "unknown-flag", word, name, node: parser.node };
  if (equals >= 0) return set(parser, spec, wordSpan(word), sliceWord(word, end + 1));
  if (spec.noOptDefault !== null) return set(parser, spec, wordSpan(word), null);
  const value = parser.words[parser.at++];
  if (value === undefined) return { kind: "needs-argument", word, spec, shown: `--${name}` };
  return set(parser, spec, joined(word, value), value);
}

function parseShortFlags(parser: Parser, word: ShellWord): FlagProblem | null {
  const { text } = word;
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? "";
    const spec = findShorthand(parser.node, letter);
    if (spec === undefined) return { kind: "unknown-shorthand", word, at, node: parser.node };
    // The span of a use in a bundle leaves out the letters of the others.
    const from = at === 1 ? 0 : at;
    if (text[at + 1] === "=" && at + 2 < text.length) {
      const span = spanWithin(word, from, text.length);
      return set(parser, spec, span, sliceWord(word, at + 2));
    }
    if (spec.noOptDefault !== null) {
      const problem = set(parser, spec, spanWithin(word, from, at + 1), null);
      if (problem !== null) return problem;
    } else if (at + 1 < text.length) {
      return set(parser, spec, spanWithin(word, from, text.length), sliceWord(word, at + 1));
    } else {
      return setFromNextWord(parser, spec, word, from);
    }
  }
  return null;
}

function setFromNextWord(
  parser: Parser,
  spec: FlagSpec,
  word: ShellWord,
  from: number,
): FlagProblem | null {
  const value = parser.words[parser.at++];
  const start = Math.max(1, from);
  if (value === undefined) {
    const shown = `'${spec.shorthand ?? ""}' in -${word.text.slice(start)}`;
    return { kind: "needs-argument", word, spec, shown };
  }
  const flag = spanWithin(word, from, word.text.length);
  return set(parser, spec, { start: flag.start, end: Math.max(flag.end, value.end) }, value);
}

/** Hands the value to the flag; null takes its no-value default. */
function set(
  parser: Parser,
  spec: FlagSpec,
  span: Span,
  valueWord: ShellWord | null,
): FlagProblem | null {
  const value = valueWord?.text ?? spec.noOptDefault ?? "";
  const values = valuesOf(spec, value);
  const valueSpan = valueWord === null ? null : wordSpan(valueWord);
  if (!values.ok) {
    const message = invalidArgument(spec, value, values.error);
    return {
      kind: "invalid-argument",
      spec,
      value,
      message,
      span: hasCharacters(valueSpan) ? valueSpan : span,
      node: parser.node,
    };
  }
  const global = !parser.node.ownFlags.has(spec.name);
  parser.flags.push({
    spec,
    name: spec.name,
    value,
    values: values.value,
    span,
    valueSpan,
    valueWord,
    global,
  });
  return null;
}

const findFlag = (node: CommandNode, name: string) =>
  node.flags.get(name) ?? (name === "help" ? HELP_FLAG : undefined);

const findShorthand = (node: CommandNode, letter: string) =>
  node.shorthands.get(letter) ?? (letter === "h" ? HELP_FLAG : undefined);

const wordSpan = ({ start, end }: Span): Span => ({ start, end });

const joined = (first: Span, last: Span): Span => ({
  start: Math.min(first.start, last.start),
  end: Math.max(first.end, last.end),
});

/** The word from an offset into its text on, still knowing where each character was typed. */
function sliceWord(word: ShellWord, from: number): ShellWord {
  const text = word.text.slice(from);
  const { start, end: last } = spanWithin(word, from, word.text.length);
  const { quoted } = word;
  if (word.pieces === null) return { text, start, end: last, pieces: null, quoted };
  const pieces = word.pieces.flatMap((piece, index) => {
    const end = word.pieces?.[index + 1]?.at ?? word.text.length;
    if (end <= from) return [];
    const cut = Math.max(0, from - piece.at);
    return { ...piece, at: piece.at + cut - from, start: piece.start + (piece.literal ? cut : 0) };
  });
  return { text, start, end: last, pieces, quoted };
}

/** `--replicas=` has a value, but none that could be pointed at. */
const hasCharacters = (span: Span | null): span is Span => span !== null && span.end > span.start;
