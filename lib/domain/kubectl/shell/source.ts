/** A text that is read from left to right exactly once. */
import type { Span } from "../model";

export type Source = {
  readonly text: string;
  at: number;
  /** Set for the text of an alias: everything in it counts as typed here. */
  readonly origin: Span | null;
};

export const sourceOf = (text: string, origin: Span | null = null): Source => ({
  text,
  at: 0,
  origin,
});

/** The learner's characters for a stretch of the source. */
export const spanIn = (source: Source, start: number, end: number): Span =>
  source.origin === null ? { start, end } : { start: source.origin.start, end: source.origin.end };

const marksOf = (characters: string) => {
  const marks = new Uint8Array(128);
  for (const char of characters) marks[char.charCodeAt(0)] = 1;
  return marks;
};

const WORD_ENDS = marksOf(" \t\n;&|<>()");
const NOT_PLAIN = marksOf(" \t\n;&|<>()'\"\\$`");
const CARRIAGE_RETURN = 13;

/** Blanks, line ends and the characters of operators end an unquoted word. */
export function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return WORD_ENDS[code] === 1 || (code === CARRIAGE_RETURN && text[at + 1] === "\n");
}

/** The first offset from `at` on whose character ends a word or has a meaning in it. */
export function endOfPlain(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (NOT_PLAIN[code] === 1 || (code === CARRIAGE_RETURN && text[end + 1] === "\n")) break;
    end++;
  }
  return end;
}

/** Length of the line end at `at`: 1 for LF, 2 for CR LF, 0 for none. */
export function lineEndLength(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  return text[at] === "\r" && text[at + 1] === "\n" ? 2 : 0;
}
