/**
 * Comma-separated values (RFC 4180), safe to open in a spreadsheet: a text that a
 * spreadsheet would take for a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA_START = /^[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",\r\n]/u;

export type CsvValue = string | number | null;

export const csvLine = (values: readonly CsvValue[]): string =>
  `${values.map(csvField).join(",")}\r\n`;

function csvField(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fields of one line, which holds no line break within a field; null when a quote is left open. */
export function readCsvLine(line: string): string[] | null {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/u.exec(rest);
    if (!match) return null;
    const [all, quoted, bare, end] = match;
    fields.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") return fields;
    rest = rest.slice(all.length);
  }
}
