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
