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

const WORD_ENDS = new Set(" \t\n;&|<>()");

/** Blanks, line ends and the characters of operators end an unquoted word. */
export function endsWord(text: string, at: number): boolean {
  const char = text[at];
  if (char === undefined || WORD_ENDS.has(char)) return true;
  return char === "\r" && text[at + 1] === "\n";
}

/** Length of the line end at `at`: 1 for LF, 2 for CR LF, 0 for none. */
export function lineEndLength(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  return text[at] === "\r" && text[at + 1] === "\n" ? 2 : 0;
}
