/**
 * Characters that slides and chat programs put in place of what was typed. The
 * shell and kubectl take them literally, which is never what is meant.
 */
import type { Notice } from "../invocation";
import type { TextPart } from "./shell-syntax";

type Oddity = { code: string; message: (char: string) => string };

const DASH: Oddity = {
  code: "en-dash",
  message: (char) =>
    `“${char}” is a typographic dash, not the hyphen - that flags and names need. Type it again by hand.`,
};
const QUOTE: Oddity = {
  code: "smart-quote",
  message: (char) =>
    `${char} is a typographic quote and becomes part of the value. Type a straight ' or " instead.`,
};
const SPACE: Oddity = {
  code: "odd-space",
  message: () =>
    "This is not an ordinary space (it looks like one, but does not separate words). Type a space instead.",
};

const ODD =
  /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u00AB\u00BB\u2018-\u201F\u2032\u2033\uFF02\uFF07\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
const QUOTES = /[\u00AB\u00BB\u2018-\u201F\u2032\u2033\uFF02\uFF07]/;

/** One notice per kind of character in a stretch of text, at its first occurrence. */
export function noticeOddCharacters(part: TextPart): Notice[] {
  const notices: Notice[] = [];
  for (const match of part.text.matchAll(ODD)) {
    const { code, message } = oddityOf(match[0]);
    if (notices.some((notice) => notice.code === code)) continue;
    const start = part.literal ? part.start + match.index : part.start;
    const end = part.literal ? start + 1 : part.end;
    notices.push({ code, message: message(match[0]), span: { start, end } });
  }
  return notices;
}

function oddityOf(char: string): Oddity {
  if (DASHES.test(char)) return DASH;
  return QUOTES.test(char) ? QUOTE : SPACE;
}
