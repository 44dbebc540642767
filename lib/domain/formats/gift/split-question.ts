/**
 *   question = [ "::" title "::" ] [ "[" format "]" ] text "{" answers "}" [ text ]
 *
 * Offsets count from the start of the chunk. Braces that are part of the text must be
 * escaped; where they are not, each is named, and reading goes on as far as it makes sense.
 */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { findUnescaped, signsIn } from "@/lib/domain/formats/gift/gift-signs";

/** Text as it stands in the file, escapes included. */
export type Raw = { raw: string; start: number };

export type GiftParts = {
  title: Raw;
  format: string;
  stem: Raw;
  /** Null: no question, only a text. */
  answers: Raw | null;
  tail: Raw;
  found: Found[];
};

const FORMATS = /^\s*\[(html|moodle|plain|markdown)\]/iu;

export function splitQuestion(text: string): GiftParts {
  const problems: Found[] = [];
  const { title, end } = readTitle(text, problems);
  const format = FORMATS.exec(text.slice(end));
  const start = end + (format?.[0].length ?? 0);
  const parts = { title, format: format?.[1]?.toLowerCase() ?? "" };

  const open = signsIn(text, "{").find((at) => at >= start);
  if (open === undefined) {
    const stem = { raw: text.slice(start), start };
    return { ...parts, stem, answers: null, tail: { raw: "", start }, found: problems };
  }
  const close = closingBrace(text, open, problems);
  const tail = { raw: text.slice(close + 1), start: close + 1 };
  for (const at of signsIn(tail.raw, "{}").slice(0, 1)) {
    problems.push(found("second-answers", tail.start + at, "A brace after the answers"));
  }
  for (const at of signsIn(text.slice(start, open), "}").slice(0, 1)) {
    problems.push(found("unescaped-brace", start + at, "A brace is closed that was never opened"));
  }
  return {
    ...parts,
    stem: { raw: text.slice(start, open), start },
    answers: { raw: text.slice(open + 1, close), start: open + 1 },
    tail,
    found: problems,
  };
}

/** `end` is where the text of the question starts. */
function readTitle(text: string, problems: Found[]): { title: Raw; end: number } {
  const start = /^\s*/u.exec(text)?.[0].length ?? 0;
  const none = { title: { raw: "", start }, end: start };
  if (!text.startsWith("::", start)) return none;
  const end = findUnescaped(text, "::", start + 2);
  if (end >= 0) {
    return { title: { raw: text.slice(start + 2, end), start: start + 2 }, end: end + 2 };
  }
  problems.push(found("syntax", start, "The title has no :: at its end"));
  return none;
}

/** More braces than these are not named one by one. */
const MOST_NAMED = 5;

/** Braces within the answers are named, and passed over in pairs. */
function closingBrace(text: string, open: number, problems: Found[]): number {
  const signs = signsIn(text, "{}").filter((at) => at > open);
  let depth = 0;
  let within = 0;
  for (const [index, at] of signs.entries()) {
    if (text[at] === "{") {
      depth++;
      if (within++ < MOST_NAMED) problems.push(braceWithin(text, at, signs[index + 1]));
    } else if (depth > 0) depth--;
    else return at;
  }
  if (within === 0) {
    const message = "The answers have no } before the question ends at an empty line";
    problems.push(found("unclosed-brace", open, message));
  }
  return text.length;
}

/** `next` is where the next brace stands, if there is one. */
function braceWithin(text: string, at: number, next: number | undefined): Found {
  const shown = text.slice(at, Math.min((next ?? at) + 1, at + 60));
  const escaped = shown.replaceAll(/[{}]/gu, "\\$&");
  return found("unescaped-brace", at, `The brace would start other answers: ${shown}`, {
    advice: `If it is part of the text, write ${escaped}`,
  });
}
