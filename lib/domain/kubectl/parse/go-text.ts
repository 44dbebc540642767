/** Texts as Go's standard library prints them in error messages. */

const encoder = new TextEncoder();

export const byteLength = (text: string) => encoder.encode(text).length;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const PLAIN = /^[ !#-[\]-~]*$/;

/** `%q` of a string, https://pkg.go.dev/strconv#Quote */
export function goQuote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return `"${Array.from(text, (char) => escapeChar(char, '"')).join("")}"`;
}

/** `%q` of a rune. */
export const goQuoteRune = (char: string) => `'${escapeChar(char, "'")}'`;

function escapeChar(char: string, quote: string): string {
  if (char === quote || char === "\\") return `\\${char}`;
  const short = SHORT_ESCAPES[char];
  if (short !== undefined) return short;
  if (PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, "0");

/** How package time quotes: every byte outside printable ASCII as \xNN. */
export function goQuoteBytes(text: string): string {
  let quoted = '"';
  for (const byte of encoder.encode(text)) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === "\\") quoted += `\\${char}`;
    else quoted += byte < 0x20 || byte >= 0x80 ? `\\x${hex(byte, 2)}` : char;
  }
  return `${quoted}"`;
}
