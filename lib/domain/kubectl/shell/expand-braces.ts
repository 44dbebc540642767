/**
 * Brace expansion: `web-{1..3}` is `web-1 web-2 web-3`, `{a,b}.yaml` is `a.yaml b.yaml`.
 * Braces without an unquoted comma or range, such as `{.items[*].metadata.name}`,
 * stay as they are.
 */
import type { Unjudgeable } from "../model";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import type { TextPart, WordPart } from "./shell-syntax";

/** More words, characters or deeper nesting than any real line has. */
const MOST_WORDS = 200;
const MOST_CHARACTERS = 50_000;
const DEEPEST = 20;
const RANGE = /^(?:(-?\d{1,6})\.\.(-?\d{1,6})|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d{1,4}))?$/;

/** A part, or one unquoted character that may mean something: `{`, `,` or `}`. */
type Atom = { part: WordPart; mark: string | null };
type Parts = readonly WordPart[];

/** Every combination, in the shell's order; the parts as given when there is nothing to expand. */
export function expandBraces(parts: Parts): Result<readonly Parts[], Unjudgeable> {
  if (!parts.some(mayHaveBraces)) return ok([parts]);
  const atoms = parts.flatMap(atomsOf);
  const closings = matchBraces(atoms);
  if (closings === null) return err(tooMany(parts));
  const words = expandRange(atoms, closings, 0, atoms.length);
  if (words === null || words.length * lengthOf(parts) > MOST_CHARACTERS) {
    return err(tooMany(parts));
  }
  return ok(words.length === 1 ? [parts] : words);
}

const lengthOf = (parts: Parts) =>
  parts.reduce((sum, part) => sum + (part.kind === "text" ? part.text.length : 0), 0);

const mayHaveBraces = (part: WordPart) =>
  part.kind === "text" && !part.quoted && part.text.includes("{");

function atomsOf(part: WordPart): Atom[] {
  if (part.kind !== "text" || part.quoted) return [{ part, mark: null }];
  const atoms: Atom[] = [];
  let from = 0;
  const push = (to: number, mark: string | null) => {
    if (to > from) atoms.push({ part: cut(part, from, to), mark });
    from = to;
  };
  for (let at = 0; at < part.text.length; at++) {
    const char = part.text[at];
    if (char !== "{" && char !== "}" && char !== ",") continue;
    push(at, null);
    push(at + 1, char);
  }
  push(part.text.length, null);
  return atoms;
}

function cut(part: TextPart, from: number, to: number): TextPart {
  const text = part.text.slice(from, to);
  if (!part.literal) return { ...part, text };
  return { ...part, text, start: part.start + from, end: part.start + to };
}

/** For every `{` with a partner: where that is. Null when nested too deeply. */
function matchBraces(atoms: readonly Atom[]): Map<number, number> | null {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { mark }] of atoms.entries()) {
    if (mark === "{") open.push(index);
    if (mark !== "}") continue;
    const start = open.pop();
    if (start !== undefined) closings.set(start, index);
  }
  return deepest(atoms, closings) > DEEPEST ? null : closings;
}

function deepest(atoms: readonly Atom[], closings: ReadonlyMap<number, number>): number {
  const ends = new Set(closings.values());
  let depth = 0;
  let most = 0;
  for (const index of atoms.keys()) {
    if (closings.has(index)) most = Math.max(most, ++depth);
    if (ends.has(index)) depth--;
  }
  return most;
}

/** All words of the atoms in [from, to); null when there are too many. */
function expandRange(
  atoms: readonly Atom[],
  closings: ReadonlyMap<number, number>,
  from: number,
  to: number,
): Parts[] | null {
  let words: WordPart[][] = [[]];
  for (let at = from; at < to; at++) {
    const close = closings.get(at);
    const choices = close === undefined ? null : choicesOf(atoms, closings, at, close);
    if (choices === "too many") return null;
    if (choices === null || close === undefined) {
      const part = atoms[at]?.part;
      if (part) for (const word of words) word.push(part);
      continue;
    }
    const count = words.length * choices.length;
    if (count > MOST_WORDS || count * (to - from) > MOST_CHARACTERS) return null;
    words = words.flatMap((word) => choices.map((choice) => [...word, ...choice]));
    at = close;
  }
  return words;
}

/** What may stand for `{…}`; null when the braces are literal. */
function choicesOf(
  atoms: readonly Atom[],
  closings: ReadonlyMap<number, number>,
  open: number,
  close: number,
): Parts[] | null | "too many" {
  const commas = topLevelCommas(atoms, closings, open, close);
  if (commas.length === 0) return rangeOf(atoms, open, close);
  const choices: Parts[] = [];
  let from = open + 1;
  for (const comma of [...commas, close]) {
    const words = expandRange(atoms, closings, from, comma);
    if (words === null || choices.length + words.length > MOST_WORDS) return "too many";
    choices.push(...words);
    from = comma + 1;
  }
  return choices;
}

function topLevelCommas(
  atoms: readonly Atom[],
  closings: ReadonlyMap<number, number>,
  open: number,
  close: number,
): number[] {
  const commas: number[] = [];
  for (let at = open + 1; at < close; at++) {
    if (atoms[at]?.mark === ",") commas.push(at);
    at = closings.get(at) ?? at;
  }
  return commas;
}

/** `{1..3}`, `{a..e}`, `{0..10..5}`: every word points at the whole braces. */
function rangeOf(atoms: readonly Atom[], open: number, close: number): Parts[] | null | "too many" {
  const [first, inside, last] = [atoms[open]?.part, atoms[open + 1]?.part, atoms[close]?.part];
  if (close !== open + 2 || !first || !last || inside?.kind !== "text") return null;
  const match = RANGE.exec(inside.text);
  if (match === null) return null;
  const values = rangeValues(match);
  if (values === null) return "too many";
  const span = { start: first.start, end: last.end };
  return values.map((text) => [{ kind: "text", text, quoted: false, literal: false, ...span }]);
}

function rangeValues([, low, high, lowLetter, highLetter, step]: RegExpExecArray): string[] | null {
  const from = low === undefined ? (lowLetter?.charCodeAt(0) ?? 0) : Number(low);
  const to = high === undefined ? (highLetter?.charCodeAt(0) ?? 0) : Number(high);
  const stride = Math.max(1, Math.abs(Number(step ?? 1)));
  const count = Math.floor(Math.abs(to - from) / stride) + 1;
  if (count > MOST_WORDS) return null;
  const digits = [low, high].map((text) => text?.replace("-", "") ?? "");
  const padded = digits.some((text) => text.length > 1 && text.startsWith("0"));
  const width = padded ? Math.max(...digits.map((text) => text.length)) : 0;
  const format = (value: number) => {
    if (low === undefined) return String.fromCharCode(value);
    return (value < 0 ? "-" : "") + String(Math.abs(value)).padStart(width, "0");
  };
  const sign = to < from ? -1 : 1;
  return Array.from({ length: count }, (_, index) => format(from + sign * stride * index));
}

function tooMany(parts: Parts): Unjudgeable {
  const span = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  return { code: "brace-expansion", message: "These braces stand for too many words", span };
}
