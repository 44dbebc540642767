/**
 * Expands one lexed word into the words that a program would get: braces, then
 * variables, then splitting. Unquoted values split at blanks, quoted ones do not.
 */
import type { Notice, Piece, ShellWord } from "../invocation";
import type { Span, Unjudgeable } from "../model";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { spend, tooLong, type Allowance } from "./allowance";
import { expandBraces } from "./expand-braces";
import { noticeOddCharacters } from "./odd-characters";
import type { BeyondPart, TextPart, VariablePart, WordPart } from "./shell-syntax";

export type Variables = {
  readonly values: ReadonlyMap<string, string>;
  readonly allowance: Allowance;
};

/** Set in every shell, to something that only that shell knows. */
const ENVIRONMENT =
  /^(?:HOME|PATH|PWD|OLDPWD|USER|LOGNAME|SHELL|HOSTNAME|TERM|LANG|LC_\w+|EDITOR|VISUAL|TMPDIR|UID|EUID|PPID|RANDOM|SECONDS|LINENO|BASH\w*|KUBE\w*)$/;
const PLAIN = /^[\w\-.=/:,@%+]+$/;
const BLANKS = /[ \t\n]+/;
const GLOB = /[*?[]/;
const ODD = /[^ -~\n\t]/;

/** Reads the word under construction; a finished one moves to `done`. */
type Fields = { done: ShellWord[]; current: Builder | null };
type Builder = Span & { text: string; pieces: Piece[]; quoted: boolean };

/** The words of one lexed word: none when an unquoted variable is empty, several when it has blanks. */
export function expandWord(
  word: Span & { parts: readonly WordPart[] },
  variables: Variables,
  notices: Notice[],
): Result<ShellWord[], Unjudgeable> {
  const plain = plainWord(word);
  if (plain !== null) return ok([plain]);
  const braced = expandBraces(word.parts);
  if (!braced.ok) return braced;
  const done: ShellWord[] = [];
  for (const parts of braced.value) {
    const words = splitParts(parts, variables, notices);
    if (!words.ok) return words;
    done.push(...words.value);
  }
  widen(done, word);
  return ok(done);
}

/** Most words need no expansion at all. */
function plainWord({ parts, start, end }: Span & { parts: readonly WordPart[] }): ShellWord | null {
  const [part] = parts;
  if (parts.length !== 1 || part?.kind !== "text" || part.quoted || !part.literal) return null;
  return PLAIN.test(part.text)
    ? { text: part.text, start, end, pieces: null, quoted: false }
    : null;
}

/** The quotes around a word are part of where it was typed. */
function widen(words: ShellWord[], { start, end }: Span): void {
  const [first] = words;
  const last = words.at(-1);
  if (first !== undefined) first.start = Math.min(first.start, start);
  if (last !== undefined) last.end = Math.max(last.end, end);
}

/** One text without splitting, as in quotes, assignments and here-documents. */
export function expandText(
  parts: readonly WordPart[],
  variables: Variables,
  notices: Notice[],
): Result<string, Unjudgeable> {
  let text = "";
  for (const part of parts) {
    if (part.kind === "beyond") return err(unjudgeable(part));
    if (part.kind === "text") {
      text += part.text;
      continue;
    }
    const value = valueOf(part, variables, notices);
    if (!value.ok) return value;
    text += value.value;
  }
  return ok(text);
}

function splitParts(
  parts: readonly WordPart[],
  variables: Variables,
  notices: Notice[],
): Result<ShellWord[], Unjudgeable> {
  const fields: Fields = { done: [], current: null };
  for (const part of parts) {
    if (part.kind === "beyond") return err(unjudgeable(part));
    if (part.kind === "text") {
      if (!part.quoted) notices.push(...noticesOf(part));
      append(fields, part.text, part, part.literal, part.quoted);
      continue;
    }
    const value = valueOf(part, variables, notices);
    if (!value.ok) return value;
    if (part.quoted) append(fields, value.value, part, false, true);
    else appendSplit(fields, value.value, part);
  }
  finish(fields);
  return ok(fields.done);
}

function appendSplit(fields: Fields, value: string, part: VariablePart): void {
  value.split(BLANKS).forEach((text, index) => {
    if (index > 0) finish(fields);
    if (text !== "") append(fields, text, part, false, false);
  });
}

function append(fields: Fields, text: string, at: Span, literal: boolean, quoted: boolean): void {
  const { start, end } = at;
  const current = (fields.current ??= { text: "", pieces: [], quoted: false, start, end });
  current.start = Math.min(current.start, start);
  current.end = Math.max(current.end, end);
  current.quoted ||= quoted;
  if (text === "") return;
  current.pieces.push({ at: current.text.length, start, end, literal });
  current.text += text;
}

function finish(fields: Fields): void {
  const built = fields.current;
  fields.current = null;
  if (built === null) return;
  const { text, quoted, start, end, pieces } = built;
  const [piece] = pieces;
  const asTyped = pieces.length === 1 && piece?.literal === true && !quoted;
  fields.done.push({ text, start, end, pieces: asTyped ? null : pieces, quoted });
}

function valueOf(
  part: VariablePart,
  variables: Variables,
  notices: Notice[],
): Result<string, Unjudgeable> {
  const value = variables.values.get(part.name);
  const span = { start: part.start, end: part.end };
  if (value !== undefined) {
    return spend(variables.allowance, value.length) ? ok(value) : err(tooLong(span));
  }
  if (ENVIRONMENT.test(part.name)) {
    const message = `What $${part.name} holds is known only to a running shell`;
    return err({ code: "environment-variable", message, span });
  }
  const message = `$${part.name} is not set here, so the shell puts nothing in its place.`;
  notices.push({ code: "unset-variable", message, span });
  return ok("");
}

function noticesOf(part: TextPart): Notice[] {
  const notices = ODD.test(part.text) ? noticeOddCharacters(part) : [];
  if (GLOB.test(part.text)) {
    const message =
      "The shell looks for files that match this pattern first. Quote it so that it always reaches kubectl as typed.";
    notices.push({ code: "glob", message, span: { start: part.start, end: part.end } });
  }
  return notices;
}

const unjudgeable = ({ code, message, start, end }: BeyondPart): Unjudgeable => ({
  code,
  message,
  span: { start, end },
});
