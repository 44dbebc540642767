/** `$'text'`: single quotes in which backslash escapes such as `\n` and `\u2013` are decoded. */
import type { Refusal } from "../model";
import type { WordPart } from "./shell-syntax";
import { spanIn, type Source } from "./source";

const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  v: "\v",
};
const CODE_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX = /[0-9A-Fa-f]/;

/** `source.at` must stand on `$`. */
export function lexAnsiQuoted(source: Source, parts: WordPart[]): Refusal | null {
  const open = source.at;
  source.at += 2;
  pushDecoded(source, parts, "", source.at);
  while (source.at < source.text.length) {
    const char = source.text[source.at];
    if (char === "'") {
      source.at++;
      return null;
    }
    if (char === "\\") lexCode(source, parts);
    else lexLiteral(source, parts);
  }
  return {
    code: "unclosed-quote",
    message: "bash: unexpected EOF while looking for matching `''",
    span: spanIn(source, open, source.text.length),
    hint: "This $' opens a quoted text that is never closed: add the closing '.",
  };
}

function lexLiteral(source: Source, parts: WordPart[]): void {
  const start = source.at;
  while (source.at < source.text.length && !"'\\".includes(source.text[source.at] ?? "'")) {
    source.at++;
  }
  const span = spanIn(source, start, source.at);
  const text = source.text.slice(start, source.at);
  parts.push({ kind: "text", text, quoted: true, literal: source.origin === null, ...span });
}

function lexCode(source: Source, parts: WordPart[]): void {
  const letter = source.text[source.at + 1] ?? "";
  const digits = CODE_DIGITS[letter];
  let end = source.at + 2;
  if (digits === undefined) {
    pushDecoded(source, parts, SIMPLE[letter] ?? letter, Math.min(end, source.text.length));
    return;
  }
  while (end < source.at + 2 + digits && HEX.test(source.text[end] ?? "")) end++;
  const code = parseInt(source.text.slice(source.at + 2, end), 16);
  const decoded = code <= 0x10ffff ? String.fromCodePoint(code) : `\\${letter}`;
  pushDecoded(source, parts, decoded, end);
}

function pushDecoded(source: Source, parts: WordPart[], text: string, end: number): void {
  const span = spanIn(source, source.at, end);
  parts.push({ kind: "text", text, quoted: true, literal: false, ...span });
  source.at = end;
}
