/**
 * What the tokenizer and the parser hand on: shell commands, then kubectl
 * invocations. All spans are ranges of the text the learner typed, also for
 * words that came out of `$do` or the alias `k` (their span is that of `$do`, `k`).
 */
import type { Refusal, Span, Unjudgeable, Word } from "./model";
import type { CommandSpec, FlagSpec } from "./tables/tables";

/**
 * A stretch of a word's text and where it was typed. `literal` stretches stand in the
 * source character for character; others came out of an expansion or an escape, so
 * that every character of them belongs to the whole source range.
 */
export type Piece = Span & { at: number; literal: boolean };

/**
 * A word that remembers where each of its characters was typed.
 * Make sub-spans (one entry of a comma list, say) with `spanWithin`.
 */
export type ShellWord = Word & {
  /** Ordered by `at`; null when `text` stands in the source as it is. */
  pieces: readonly Piece[] | null;
  /** Whether any part of the word was quoted or escaped. */
  quoted: boolean;
};

/**
 * Something that both the shell and kubectl accept but that the learner surely
 * did not mean, or should know: an en-dash, a smart quote, an unset variable.
 */
export type Notice = { code: string; message: string; span: Span };

/** How the name of a pipe between two kubectl commands begins; no file is called so. */
export const PIPE = "|";

/** `> file` and `>> file`: where the command's standard output goes. */
export type OutputFile = { path: string; append: boolean; span: Span };

/** What feeds the command's standard input: a here-document, `<<<`, `cat <<E |`, `echo … |`, or `< path`. */
export type StandardInput =
  { kind: "text"; text: string; span: Span } | { kind: "file"; path: string; span: Span };

/** `KUBECONFIG=x kubectl …`: set for one command only. */
export type Assignment = { name: string; value: string; span: Span };

/** How a command is joined to the one before it. `&&` runs it only when that succeeded. */
export type Separator = "newline" | ";" | "&&" | "&";

/** One simple command, ready to be parsed: expanded words without redirections. */
export type ShellCommand = {
  kind: "command";
  span: Span;
  separator: Separator;
  words: readonly ShellWord[];
  assignments: readonly Assignment[];
  outputFile: OutputFile | null;
  stdin: StandardInput | null;
  background: boolean;
  notices: readonly Notice[];
};

/** A file that a program other than kubectl wrote; its text is null when it is not known. */
export type WrittenFile = { path: string; append: boolean; text: string | null };

/**
 * A line that only changes the shell (`export do=…`, `alias k=kubectl`, `do=…`) or writes a
 * file (`cat <<E > pod.yaml`). Later lines see it.
 */
export type ShellSetting = {
  kind: "setting";
  writes: WrittenFile | null;
  span: Span;
  separator: Separator;
};

/** A line that the shell or kubectl refuses. */
export type Refused = {
  kind: "refused";
  span: Span;
  separator: Separator;
  refusal: Refusal;
};

/** A line whose effect is out of reach: pipes, substitutions, other programs. */
export type Unjudged = {
  kind: "unjudgeable";
  span: Span;
  separator: Separator;
  unjudgeable: Unjudgeable;
};

export type ShellLine = ShellCommand | ShellSetting | Refused | Unjudged;

export type Tokenized = { lines: readonly ShellLine[] };

/** One use of a flag on the line. */
export type FlagUse = {
  spec: FlagSpec;
  /** Long name, whatever was typed. */
  name: string;
  /** The text handed to the flag: typed, or its no-value default ("true" for bools). */
  value: string;
  /** Entries after comma splitting for slices and maps, else `[value]`. */
  values: readonly string[];
  /** The whole use: flag, and its value where that is the next word. */
  span: Span;
  /** Null when the flag stands without a value. */
  valueSpan: Span | null;
  /** The value with its source offsets, for sub-spans; null when the flag stands without a value. */
  valueWord: ShellWord | null;
  /** Whether it is one of kubectl's global flags (not shadowed by the command's own). */
  global: boolean;
};

/** A line that kubectl's command line library accepts and would hand to the command's own code. */
export type Invocation = {
  kind: "invocation";
  line: Span;
  separator: Separator;
  /** All words, the program first. */
  words: readonly ShellWord[];
  /** Canonical names: `["create", "deployment"]` for `create deploy`; `[]` for bare `kubectl`. */
  path: readonly string[];
  /** From the first to the last word of the path; the program when the path is empty. */
  pathSpan: Span;
  command: CommandSpec;
  /** In the order typed; last wins for scalars, slices and arrays accumulate. */
  flags: readonly FlagUse[];
  /** Positional words, `--` removed. */
  args: readonly ShellWord[];
  /** How many of `args` stood before `--`; null when there is no `--` (cobra's ArgsLenAtDash -1). */
  argsLenAtDash: number | null;
  /** True for `--help`, `help x` and commands that only group others: prints help, touches nothing. */
  help: boolean;
  assignments: readonly Assignment[];
  outputFile: OutputFile | null;
  stdin: StandardInput | null;
  background: boolean;
  /** What kubectl says on standard error before it runs: deprecated flags. */
  warnings: readonly string[];
  notices: readonly Notice[];
};

/** One line, read as far as kubectl's command line library reads it. */
export type ParsedLine = Invocation | ShellSetting | Refused | Unjudged;

/** The part of `word` between two offsets into its text, as a range of the learner's text. */
export function spanWithin(word: ShellWord, from: number, to: number): Span {
  if (word.pieces === null) return { start: word.start + from, end: word.start + to };
  const first = pieceAt(word.pieces, from);
  const last = to > from ? pieceAt(word.pieces, to - 1) : first;
  if (first === undefined || last === undefined) return { start: word.start, end: word.end };
  const start = first.literal ? first.start + (from - first.at) : first.start;
  const end = last.literal ? last.start + (to - last.at) : last.end;
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** The last piece that begins at or before `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
