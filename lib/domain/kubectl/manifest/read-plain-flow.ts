/** `{a: 1, b: [x, "y"]}`: collections of plain YAML that stand on one line. */
import type { Json, JsonObject } from "../plan/plan-model";
import { commentedOut, readPlainScalar } from "./read-plain-scalar";

type Reader = { text: string; at: number };

const KEY = /(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_./-]+)):(?= )/y;
const QUOTED_KEY = /"([^"\\]*)":/y;
const QUOTED = /"[^"\\]*"|'[^']*'/y;
const PLAIN = /[A-Za-z0-9/_-][^,[\]{}]*/y;

/** Undefined when more than a look is needed, or when something but a comment follows. */
export function readPlainFlow(text: string): Json | undefined {
  const reader = { text, at: 0 };
  const value = readValue(reader);
  if (value === undefined) return undefined;
  const rest = text.slice(reader.at);
  return rest === "" || (rest.startsWith(" ") && commentedOut(rest.trimStart()))
    ? value
    : undefined;
}

function readValue(reader: Reader): Json | undefined {
  const start = reader.text[reader.at];
  if (start === "{") return readFlowMap(reader);
  if (start === "[") return readFlowList(reader);
  const found = match(reader, QUOTED) ?? match(reader, PLAIN);
  if (!found || found[0].includes(" #")) return undefined;
  return readPlainScalar(found[0].trimEnd());
}

function readFlowMap(reader: Reader): Json | undefined {
  const map: JsonObject = {};
  reader.at++;
  skipBlanks(reader);
  if (takes(reader, "}")) return map;
  for (;;) {
    const key = readKey(reader);
    if (key === undefined) return undefined;
    skipBlanks(reader);
    const value = readValue(reader);
    if (value === undefined) return undefined;
    map[key] = value;
    skipBlanks(reader);
    if (takes(reader, "}")) return map;
    if (!takes(reader, ",")) return undefined;
    skipBlanks(reader);
  }
}

/** A bare word that YAML takes for something else is no plain key. */
function readKey(reader: Reader): string | undefined {
  const found = match(reader, KEY) ?? match(reader, QUOTED_KEY);
  if (!found) return undefined;
  const quoted = found[1] ?? found[2];
  if (quoted !== undefined) return quoted;
  const bare = found[3] ?? "";
  return readPlainScalar(bare) === bare ? bare : undefined;
}

function readFlowList(reader: Reader): Json | undefined {
  const list: Json[] = [];
  reader.at++;
  skipBlanks(reader);
  if (takes(reader, "]")) return list;
  for (;;) {
    const value = readValue(reader);
    if (value === undefined) return undefined;
    list.push(value);
    skipBlanks(reader);
    if (takes(reader, "]")) return list;
    if (!takes(reader, ",")) return undefined;
    skipBlanks(reader);
  }
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at += found[0].length;
  return found;
}

function takes(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at++;
  return true;
}

function skipBlanks(reader: Reader): void {
  while (reader.text[reader.at] === " ") reader.at++;
}
