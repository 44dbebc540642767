/**
 * Reads the YAML that manifests are written in, an order of magnitude sooner than a
 * whole YAML reader does, or gives up:
 *
 *   document = map | list                    documents part at lines of `---`
 *   map      = { key ":" ( value | deeper block ) }
 *   list     = { "-" ( value | block ) }
 *   value    = plain | 'single' | "double" | {flow: map} | [flow, list]     on one line
 *
 * Everything whose meaning takes more than a look (anchors, tags, block scalars, values
 * over several lines, `yes` and `0x1F` and other words of YAML 1.1, escapes, tabs, any
 * mistake) is left to the whole reader: what is read here is read the same there.
 */
import type { Json, JsonObject } from "../plan/plan-model";
import { readPlainFlow } from "./read-plain-flow";
import { commentedOut, readPlainScalar } from "./read-plain-scalar";

type Line = { indent: number; text: string };
type Reader = { lines: Line[]; at: number; plain: boolean };

/** Characters that the whole reader must look at: control characters, tabs, all beyond ASCII. */
const ODD = /[^\n -~]/;
const ENTRY = /^(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_./-]+)):(?: +|$)/;

/** The documents that are not empty, or null when the text is not plain. */
export function readPlainYaml(text: string): Json[] | null {
  if (ODD.test(text) || text.includes("__proto__")) return null;
  if (text.trimStart().startsWith("{")) return readJson(text);
  const documents: Json[] = [];
  let lines: Line[] = [];
  for (const line of `${text}\n---`.split("\n")) {
    if (line === "---") {
      if (lines.length > 0 && !readDocument(lines, documents)) return null;
      lines = [];
    } else if (DIRECTIVE.test(line)) {
      return null;
    } else {
      addLine(lines, line);
    }
  }
  return documents;
}

const DIRECTIVE = /^(?:---|\.\.\.|%)/;

function addLine(lines: Line[], line: string): void {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return;
  lines.push({ indent: line.length - line.trimStart().length, text });
}

function readDocument(lines: Line[], documents: Json[]): boolean {
  const reader = { lines, at: 0, plain: true };
  documents.push(readBlock(reader, lines[0]?.indent ?? 0));
  return reader.plain && reader.at === lines.length;
}

function readJson(text: string): Json[] | null {
  try {
    return [JSON.parse(text) as Json];
  } catch {
    return null; // several documents, comments, flow maps that are no JSON
  }
}

const isItem = (text: string) => text === "-" || text.startsWith("- ");

function giveUp(reader: Reader): null {
  reader.plain = false;
  return null;
}

function readBlock(reader: Reader, indent: number): Json {
  return isItem(reader.lines[reader.at]?.text ?? "")
    ? readList(reader, indent)
    : readMap(reader, indent);
}

function readMap(reader: Reader, indent: number): Json {
  const map: JsonObject = {};
  for (let line = reader.lines[reader.at]; line; line = reader.lines[reader.at]) {
    if (line.indent < indent) break;
    const entry = ENTRY.exec(line.text);
    if (line.indent > indent || entry === null || isItem(line.text)) return giveUp(reader);
    const key = keyOf(entry);
    if (key === null) return giveUp(reader);
    reader.at++;
    map[key] = readContent(reader, line.text.slice(entry[0].length), indent, true);
    if (!reader.plain) return null;
  }
  return map;
}

/** A bare word that YAML takes for something else (`on:`, `8080:`) is no plain key. */
function keyOf([, double, single, bare = ""]: RegExpExecArray): string | null {
  const quoted = double ?? single;
  if (quoted !== undefined) return quoted;
  return readPlainScalar(bare) === bare ? bare : null;
}

function readList(reader: Reader, indent: number): Json {
  const list: Json[] = [];
  for (let line = reader.lines[reader.at]; line; line = reader.lines[reader.at]) {
    if (line.indent !== indent || !isItem(line.text)) {
      if (line.indent > indent) return giveUp(reader);
      break;
    }
    list.push(readItem(reader, line, indent));
    if (!reader.plain) return null;
  }
  return list;
}

function readItem(reader: Reader, line: Line, indent: number): Json {
  const rest = line.text.slice(1).trimStart();
  if (isItem(rest) || ENTRY.test(rest)) {
    const inner = indent + line.text.length - rest.length;
    reader.lines[reader.at] = { indent: inner, text: rest };
    return readBlock(reader, inner);
  }
  reader.at++;
  return readContent(reader, rest, indent, false);
}

/** What follows a colon or a dash: a value on the line, else the deeper lines. */
function readContent(reader: Reader, rest: string, indent: number, ofMap: boolean): Json {
  const next = reader.lines[reader.at];
  const deeper = next !== undefined && next.indent > indent;
  if (!commentedOut(rest)) return deeper ? giveUp(reader) : readValue(reader, rest); // or it goes on
  if (deeper) return readBlock(reader, next.indent);
  return ofMap && next?.indent === indent && isItem(next.text) ? readList(reader, indent) : null;
}

function readValue(reader: Reader, text: string): Json {
  const isFlow = text.startsWith("{") || text.startsWith("[");
  const value = isFlow ? readPlainFlow(text) : readPlainScalar(text);
  return value === undefined ? giveUp(reader) : value;
}
