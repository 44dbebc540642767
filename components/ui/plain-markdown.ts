/**
 * Markdown that takes no parser: paragraphs of words, `code`, *emphasis* and **strong**,
 * as questions are nearly always asked in. What it makes of them is letter by letter what
 * micromark makes; for everything else it gives null.
 */

/** Between spans: nothing that Markdown could read as anything but itself. */
const WORD = "(?:[^\\\\`*_\\[\\]<&\\u0000-\\u001f]|(?<=[a-zA-Z0-9])_(?=[a-zA-Z0-9]))";
/** One line within single backticks, and no space at its ends, which would be cut off. */
const CODE = "(?<!`)`[^`\\s](?:[^`\\u0000-\\u001f]*[^`\\s])?`(?!`)";
const WORDS = `(?:${WORD}|${CODE})+`;
const INNER = `(?!\\s)${WORDS}(?<!\\s)`;
/** Where stars can only open, and only close. */
const OPENS = "(?<=^|[ \\n(])";
const CLOSES = "(?=$|[ \\n.,:;!?)])";
const PLAIN = new RegExp(
  `^(?:${WORD}|\\n|${CODE}|${OPENS}(?:\\*\\*${INNER}\\*\\*|\\*${INNER}\\*)${CLOSES})*$`,
  "u",
);

/** A line of a paragraph starts like this; a heading, a list or an indented block does not. */
const BLOCK_STARTS = /^(?:[#>+=~-]|\d{1,9}[.)](?:\s|$))/m;
const LOOSE_SPACES = /^\s|\s$/m;
const BLANK_LINES = /\n{2,}/;

/** As HTML, or null when it takes a parser. */
export function plainBlocks(text: string): string | null {
  const paragraphs = text.trimEnd().split(BLANK_LINES);
  if (paragraphs.some((one) => BLOCK_STARTS.test(one) || !isPlain(one))) return null;
  return paragraphs.map((one) => `<p>${toHtml(one)}</p>`).join("\n");
}

/** One line of Markdown as HTML, or null when it takes a parser. */
export function plainLine(text: string): string | null {
  const line = text.trim();
  return isPlain(line) && !BLANK_LINES.test(line) ? toHtml(line) : null;
}

const isPlain = (text: string): boolean =>
  text !== "" && !LOOSE_SPACES.test(text) && PLAIN.test(text);

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const SPANS = /`([^`]+)`|(\*\*?)((?:[^*`]|`[^`]*`)+)\2/g;

const toHtml = (text: string): string =>
  withSpans(text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign));

const withSpans = (escaped: string): string =>
  escaped.replace(SPANS, (_span, code?: string, stars?: string, words = "") => {
    if (code !== undefined) return `<code>${code}</code>`;
    const name = stars === "*" ? "em" : "strong";
    return `<${name}>${withSpans(words as string)}</${name}>`;
  });
