/**
 * Reads one shell word into parts. Quotes are removed here; variables are only
 * noted, because their values depend on the lines that ran before.
 */
import type { Refusal } from "../model";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { lexDollar, lexBackquote } from "./lex-dollar";
import type { WordPart, WordToken } from "./shell-syntax";
import { endOfPlain, endsWord, lineEndLength, spanIn, type Source } from "./source";

/** `source.at` must stand on the first character of a word. */
export function lexWord(source: Source): Result<WordToken, Refusal> {
  const start = source.at;
  const parts: WordPart[] = [];
  while (!endsWord(source.text, source.at)) {
    const problem = lexPart(source, parts);
    if (problem !== null) return err(problem);
  }
  return ok({ kind: "word", parts, ...spanIn(source, start, source.at) });
}

function lexPart(source: Source, parts: WordPart[]): Refusal | null {
  switch (source.text.charAt(source.at)) {
    case "'":
      return lexSingleQuoted(source, parts);
    case '"':
      return lexDoubleQuoted(source, parts);
    case "\\":
      lexEscape(source, parts);
      return null;
    case "$":
      return lexUnquotedDollar(source, parts);
    case "`":
      return lexBackquote(source, parts);
    default:
      lexPlain(source, parts);
      return null;
  }
}

function lexUnquotedDollar(source: Source, parts: WordPart[]): Refusal | null {
  if (source.text[source.at + 1] === '"') {
    source.at++;
    return lexDoubleQuoted(source, parts);
  }
  return lexDollar(source, parts, false);
}

/** Runs to the next character that means something. */
function lexPlain(source: Source, parts: WordPart[]): void {
  const start = source.at;
  source.at = endOfPlain(source.text, start + 1);
  pushText(source, parts, start, source.at, false);
}

/** `'literal'`: nothing is special before the closing quote. */
function lexSingleQuoted(source: Source, parts: WordPart[]): Refusal | null {
  const open = source.at;
  const close = source.text.indexOf("'", open + 1);
  if (close < 0) return unclosedQuote(source, open, "'");
  pushText(source, parts, open + 1, close, true);
  source.at = close + 1;
  return null;
}

/** `"text"`: `$`, backquotes and `\` before `$` `` ` `` `"` `\` and line ends keep their meaning. */
function lexDoubleQuoted(source: Source, parts: WordPart[]): Refusal | null {
  const open = source.at++;
  let start = source.at;
  const flush = () => {
    if (source.at > start) pushText(source, parts, start, source.at, true);
  };
  pushText(source, parts, start, start, true); // "" is a word, if an empty one
  while (source.at < source.text.length) {
    const char = source.text[source.at];
    if (char === '"') {
      flush();
      source.at++;
      return null;
    }
    if (char === "$" || char === "`" || char === "\\") {
      flush();
      const problem = lexInsideQuotes(source, parts, char);
      if (problem !== null) return problem;
      start = source.at;
    } else {
      source.at++;
    }
  }
  return unclosedQuote(source, open, '"');
}

/** The special characters of double-quoted text and of here-documents. */
export function lexInsideQuotes(source: Source, parts: WordPart[], char: string): Refusal | null {
  if (char === "$") return lexDollar(source, parts, true);
  if (char === "`") return lexBackquote(source, parts);
  const next = source.text[source.at + 1];
  const lineEnd = lineEndLength(source.text, source.at + 1);
  if (lineEnd > 0) {
    source.at += 1 + lineEnd;
  } else if (next === "$" || next === "`" || next === '"' || next === "\\") {
    pushText(source, parts, source.at + 1, source.at + 2, true);
    source.at += 2;
  } else {
    pushText(source, parts, source.at, source.at + 1, true);
    source.at++;
  }
  return null;
}

/** `\x` is x; before a line end it joins the lines; at the very end it waits for a line that never comes. */
function lexEscape(source: Source, parts: WordPart[]): void {
  const lineEnd = lineEndLength(source.text, source.at + 1);
  const length = lineEnd > 0 ? lineEnd : source.at + 1 < source.text.length ? 1 : 0;
  if (lineEnd === 0 && length > 0) {
    pushText(source, parts, source.at + 1, source.at + 2, true);
  }
  source.at += 1 + length;
}

function pushText(source: Source, parts: WordPart[], start: number, end: number, quoted: boolean) {
  const text = source.text.slice(start, end);
  const literal = source.origin === null;
  parts.push({ kind: "text", text, quoted, literal, ...spanIn(source, start, end) });
}

const unclosedQuote = (source: Source, open: number, quote: string): Refusal => ({
  code: "unclosed-quote",
  message: `bash: unexpected EOF while looking for matching \`${quote}'`,
  span: spanIn(source, open, source.text.length),
  hint: `This ${quote} opens a quoted text that is never closed: add the closing ${quote}, or remove this one.`,
});
