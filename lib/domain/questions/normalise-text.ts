/**
 * Brings what people type to one form before it is compared: the differences removed
 * here come from keyboards, phones and copying, never from knowledge.
 */

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
const DOUBLE_QUOTES = /[\u201c-\u201f\u00ab\u00bb]/gu;
const SINGLE_QUOTES = /[\u2018-\u201b\u00b4]/gu;

/** Full-width letters, typographic quotes and dashes become plain ones, runs of blanks one space. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(DASHES, "-")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(/\s+/gu, " ")
    .trim();

/** The text without quotes or backticks around all of it. */
function unquoted(text: string): string {
  const [first] = text;
  if (text.length < 3 || first === undefined || !`"'\``.includes(first)) return text;
  return text.endsWith(first) ? unquoted(text.slice(1, -1).trim()) : text;
}

/** The form in which a short answer is compared. */
export function normaliseText(text: string, { caseSensitive }: { caseSensitive: boolean }): string {
  const bare = unquoted(unquoted(plainText(text)).replace(/\.$/u, "").trim());
  return caseSensitive ? bare : bare.toLowerCase();
}
