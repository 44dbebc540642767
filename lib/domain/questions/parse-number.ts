/**
 * Reads a number as people type it: `2,379`, `2 379`, `2_379`, `30 s`, `−5`, `1e3`. Used by
 * the answer field in the browser; the API takes numbers.
 */
import { plainText } from "@/lib/domain/questions/normalise-text";

const THOUSANDS = /^[+-]?\d{1,3}(?:[,_' ]\d{3})+(?:\.\d+)?$/u;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?$/iu;

/** Null when it is no number, or one with another unit than `unit`. */
export function parseNumber(text: string, unit: string | null): number | null {
  const bare = withoutUnit(plainText(text).toLowerCase(), unit);
  if (THOUSANDS.test(bare)) return Number(bare.replace(/[,_' ]/gu, ""));
  if (DECIMAL.test(bare)) return Number(bare.replace(",", "."));
  return null;
}

/** Two numbers with "to", a dash or dots between them; null when it is something else. */
export function parseNumberRange(
  text: string,
  unit: string | null,
): { from: number; to: number } | null {
  const ends = /^(.*\d.*?)\s*(?:-|to|until|\.\.\.?)\s*(.*\d.*)$/iu.exec(plainText(text));
  const from = parseNumber(ends?.[1] ?? "", unit);
  const to = parseNumber(ends?.[2] ?? "", unit);
  return from === null || to === null ? null : { from, to };
}

/** The unit may be typed in full, in the singular or by its first letter, with or without a space. */
function withoutUnit(text: string, unit: string | null): string {
  const tail = /^(.*?\d)\s*([a-z%°/]+)\.?$/iu.exec(text);
  const [, number, typed] = tail ?? [];
  if (unit === null || number === undefined || typed === undefined) return text;
  const full = unit.toLowerCase();
  const forms = [full, full.replace(/s$/u, ""), `${full}s`, full.charAt(0)];
  return forms.includes(typed) ? number : text;
}
