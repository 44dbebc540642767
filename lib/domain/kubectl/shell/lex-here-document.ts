/**
 * Reads the body of a here-document: the lines after `<<WORD` up to a line that is
 * WORD alone. A quoted WORD keeps the body as it is; otherwise `$name` is expanded.
 */
import type { HereDocument, WordPart, WordToken } from "./shell-syntax";
import { lexInsideQuotes } from "./lex-word";
import { lineEndLength, sourceOf, type Source } from "./source";

/** `source.at` must stand at the start of the first body line; ends after the closing line. */
export function readHereDocument(
  source: Source,
  delimiter: WordToken,
  stripTabs: boolean,
): HereDocument {
  const wanted = delimiter.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const verbatim = delimiter.parts.some((part) => part.kind === "text" && part.quoted);
  const start = source.at;
  const parts: WordPart[] = [];
  while (source.at < source.text.length) {
    const lineStart = stripTabs ? afterTabs(source.text, source.at) : source.at;
    const lineEnd = endOfLine(source.text, lineStart);
    const next = lineEnd + lineEndLength(source.text, lineEnd);
    source.at = next;
    if (source.text.slice(lineStart, lineEnd) === wanted) {
      return { parts, start, end: lineStart, ended: true };
    }
    pushBodyLine(source.text, lineStart, next, verbatim, parts);
  }
  return { parts, start, end: source.at, ended: false };
}

function pushBodyLine(
  text: string,
  start: number,
  end: number,
  verbatim: boolean,
  parts: WordPart[],
): void {
  const line = { ...sourceOf(text.slice(0, end)), at: start };
  let from = start;
  const flush = () => {
    if (line.at > from) parts.push(plain(text, from, line.at));
  };
  while (line.at < end) {
    const char = text[line.at] ?? "";
    if (!verbatim && (char === "$" || char === "`" || char === "\\")) {
      flush();
      // An expansion that does not end on its line is kept as typed.
      if (isQuoteEscape(text, line.at) || lexInsideQuotes(line, parts, char) !== null) {
        parts.push(plain(text, line.at, line.at + 1));
        line.at++;
      }
      from = line.at;
    } else {
      line.at++;
    }
  }
  flush();
}

/** `\"` is an escape in quotes but two characters in a here-document. */
const isQuoteEscape = (text: string, at: number) => text[at] === "\\" && text[at + 1] === '"';

const plain = (text: string, start: number, end: number): WordPart => ({
  kind: "text",
  text: text.slice(start, end),
  quoted: true,
  literal: true,
  start,
  end,
});

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && lineEndLength(text, at) === 0) at++;
  return at;
}

function afterTabs(text: string, from: number): number {
  let at = from;
  while (text[at] === "\t") at++;
  return at;
}
