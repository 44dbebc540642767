/**
 * What kubectl's JSON path parser says of a template that it cannot read.
 * Follows the grammar of k8s.io/client-go/util/jsonpath; nothing is evaluated.
 */

/** "unclosed action"; null when the template can be read. Identifiers are judged apart. */
export function jsonPathProblem(template: string): string | null {
  return readText({ text: template, at: 0, identifiers: [], depth: 0 });
}

/** The first word in braces that is neither a field (".name") nor a keyword. */
export function strayIdentifier(template: string): string | null {
  const reader: Reader = { text: template, at: 0, identifiers: [], depth: 0 };
  if (readText(reader) !== null) return null;
  return reader.identifiers.find((word) => !KEYWORDS.has(word)) ?? null;
}

const RELAXED = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/;

/** One path, braces and first dot left to choice, as in --sort-by and custom columns. */
export function relaxedPathProblem(path: string): string | null {
  const match = RELAXED.exec(path);
  if (path === "") return null;
  if (!match) {
    return "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'";
  }
  return jsonPathProblem(`{.${match[1] ?? match[2] ?? ""}}`);
}

const KEYWORDS = new Set(["range", "end", "true", "false"]);

type Reader = { text: string; at: number; identifiers: string[]; depth: number };

/** Filters and unions hold paths of their own, but none needs many. */
const DEEPEST = 50;

function readText(reader: Reader): string | null {
  const open = reader.text.indexOf("{", reader.at);
  if (open < 0) return null;
  reader.at = open + 1;
  return readActions(reader);
}

function readActions(reader: Reader): string | null {
  for (;;) {
    const rest = reader.text.slice(reader.at, reader.at + 3);
    if (rest.startsWith("}")) {
      const open = reader.text.indexOf("{", reader.at);
      if (open < 0) return null;
      reader.at = open + 1;
      continue;
    }
    const problem = readStep(reader, rest);
    if (problem !== null) return problem;
  }
}

/** One step of a path: a field, an index, a filter, a literal. */
function readStep(reader: Reader, rest: string): string | null {
  if (rest === "[?(") return readFilter(reader);
  if (rest.startsWith("..")) return readRecursion(reader);
  const char = rest.charAt(0);
  if (char === "" || char === "\n" || char === "\r") return "unclosed action";
  if (char === "[") return readArray(reader);
  if (char === '"' || char === "'") return readQuoted(reader, char);
  if (/[-+\d]/.test(char)) return readNumber(reader);
  return readName(reader, char);
}

function readName(reader: Reader, char: string): string | null {
  const start = reader.at++;
  if (char === " " || char === "@" || char === "$") return null;
  if (char !== "." && !/[\p{L}_]/u.test(char)) {
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `unrecognized character in action: U+${code} '${char}'`;
  }
  skipName(reader);
  if (char !== ".") reader.identifiers.push(reader.text.slice(start, reader.at));
  return null;
}

const ENDS_NAME = /[\s.,[\]$@{}]/;

function skipName(reader: Reader): void {
  while (reader.at < reader.text.length && !ENDS_NAME.test(reader.text.charAt(reader.at))) {
    reader.at += reader.text.charAt(reader.at) === "\\" ? 2 : 1;
  }
}

function readRecursion(reader: Reader): string | null {
  reader.at += 2;
  if (reader.text.startsWith("..", reader.at)) return "invalid multiple recursive descent";
  if (/[\p{L}\d_]/u.test(reader.text.charAt(reader.at))) skipName(reader);
  return null;
}

function readNumber(reader: Reader): string | null {
  const [number = ""] = /^[-+]?[.\d]*/.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += number.length;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(number) ? null : `cannot parse number ${number}`;
}

function readQuoted(reader: Reader, quote: string): string | null {
  for (let at = reader.at + 1; at < reader.text.length; at++) {
    const char = reader.text.charAt(at);
    if (char === "\n") break;
    if (char !== quote || reader.text.charAt(at - 1) === "\\") continue;
    reader.at = at + 1;
    return null;
  }
  return "unterminated quoted string";
}

const SLICE = /^-?\d*(?::-?\d*)?(?::-?\d*)?$/;
const KEY = /^'[^']*'$/;

function readArray(reader: Reader): string | null {
  const close = reader.text.indexOf("]", reader.at);
  const line = reader.text.indexOf("\n", reader.at);
  if (close < 0 || (line >= 0 && line < close)) return "unterminated array";
  const inside = reader.text.slice(reader.at + 1, close);
  reader.at = close + 1;
  for (const part of inside.split(",")) {
    const index = inside.includes(",") ? part.replace(/^ +| +$/g, "") : part;
    if (index !== "*" && !KEY.test(index) && !SLICE.test(index)) {
      return `invalid array index ${index}`;
    }
  }
  return null;
}

function readFilter(reader: Reader): string | null {
  const start = reader.at + 3;
  const end = endOfFilter(reader.text, start);
  if (end < 0) return "unterminated filter";
  if (reader.text.charAt(end + 1) !== "]") return "unclosed array expect ]";
  reader.at = end + 2;
  if (reader.depth >= DEEPEST) return null;
  const inside = reader.text.slice(start, end);
  const [, left, , right] = /^([^!<>=]+)([!<>=]+)(.+?)$/s.exec(inside) ?? [];
  for (const part of left === undefined ? [inside] : [left, right ?? ""]) {
    const nested: Reader = {
      text: `{${part}}`,
      at: 0,
      identifiers: [],
      depth: reader.depth + 1,
    };
    const problem = readText(nested);
    if (problem !== null) return problem;
  }
  return null;
}

/** Where the parenthesis closes that is outside of the one quoted text; -1 when none does. */
function endOfFilter(text: string, start: number): number {
  let quote = "";
  let closed = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\n") return -1;
    if (char === ")" && (quote === "") === !closed) return at;
    if (char !== '"' && char !== "'") continue;
    if (quote === "") quote = char;
    else if (char === quote && text.charAt(at - 1) !== "\\") closed = true;
  }
  return -1;
}
