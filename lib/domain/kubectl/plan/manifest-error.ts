/**
 * What kubectl says of a manifest that is no YAML.
 *
 * The line number counts from one where the scanner fails and from zero where the
 * parser does, as in the Go library that kubectl reads YAML with.
 */

/** An error of the YAML reader used here: its words and where it stopped. */
export type ReaderError = { message: string; pos: readonly [number, number] };

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

const said = (line: number, words: string) =>
  `error converting YAML to JSON: yaml: ${line === 0 ? "" : `line ${String(line)}: `}${words}`;

/** Everything after `error parsing <file>: `. */
export function manifestError(text: string, { message, pos: [offset] }: ReaderError): string {
  const line = lineAt(text, offset);
  const isJson = text.trimStart().startsWith("{");
  if (isJson && message.includes("must end with a")) return "unexpected EOF";
  if (message.startsWith("Nested mappings")) {
    return said(lineOfColon(text, offset), "mapping values are not allowed in this context");
  }
  if (message.startsWith("Implicit keys need")) {
    return said(line + 1, "could not find expected ':'");
  }
  const scanned = SCANNER.find(([pattern]) => pattern.test(message));
  if (scanned) return said(line, scanned[1]);
  return said(line - 1, parserWords(text, line, message));
}

const CANNOT_START = "found character that cannot start any token";
const SCANNER: readonly (readonly [RegExp, string])[] = [
  [/^Tabs are not allowed/, CANNOT_START],
  [/^Plain value cannot start/, CANNOT_START],
  [/^Missing closing/, "found unexpected end of stream"],
  [/^Block scalar header/, "did not find expected comment or line break"],
];

/** The key that is one too many ends at the next colon. */
function lineOfColon(text: string, offset: number): number {
  const colon = text.slice(offset).search(/:(?:\s|$)/);
  return lineAt(text, colon < 0 ? offset : offset + colon);
}

function parserWords(text: string, line: number, message: string): string {
  const close = /end with a ([\]}])/.exec(message)?.[1];
  if (close !== undefined) return `did not find expected ',' or '${close}'`;
  return isAfterItem(text.split("\n"), line)
    ? "did not find expected '-' indicator"
    : "did not find expected key";
}

/** Whether the nearest line of the same depth above is an item of a list. */
function isAfterItem(lines: readonly string[], line: number): boolean {
  const depth = (text: string) => text.length - text.trimStart().length;
  const wrong = lines[line - 1] ?? "";
  if (wrong.trimStart().startsWith("-")) return false;
  const above = lines.slice(0, Math.max(0, line - 1)).reverse();
  const twin = above.find((one) => one.trim() !== "" && depth(one) <= depth(wrong));
  return twin !== undefined && depth(twin) === depth(wrong) && /^\s*-(?:\s|$)/.test(twin);
}
