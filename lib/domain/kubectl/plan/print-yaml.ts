/**
 * Writes JSON as the YAML that kubectl prints: keys sorted, lists not indented,
 * strings quoted only where YAML 1.1 would read something else.
 */
import { isObject } from "./json-path";
import type { Json } from "./plan-model";

export const printYaml = (value: Json): string => {
  if (isObject(value) && Object.keys(value).length > 0) return `${writeBlock(value, "")}\n`;
  if (Array.isArray(value) && value.length > 0) return `${writeBlock(value, "")}\n`;
  return `${writeScalar(value, "")}\n`;
};

function writeBlock(value: Json, indent: string): string {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${writeItem(item, `${indent}  `)}`).join("\n");
  }
  if (!isObject(value)) return indent + writeScalar(value, indent);
  return Object.keys(value)
    .sort(naturalOrder)
    .map((key) => `${indent}${writeText(key, "")}:${writeValue(value[key] ?? null, indent)}`)
    .join("\n");
}

/** The first line of a list item stands after "- "; the rest is indented below it. */
function writeItem(value: Json, indent: string): string {
  return isFilled(value)
    ? writeBlock(value, indent).slice(indent.length)
    : writeScalar(value, indent);
}

function writeValue(value: Json, indent: string): string {
  if (!isFilled(value)) return ` ${writeScalar(value, `${indent}  `)}`;
  return `\n${writeBlock(value, Array.isArray(value) ? indent : `${indent}  `)}`;
}

const isFilled = (value: Json) =>
  Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;

function writeScalar(value: Json, indent: string): string {
  if (Array.isArray(value)) return "[]";
  if (isObject(value)) return "{}";
  return typeof value === "string" ? writeText(value, indent) : String(value);
}

const NEEDS_QUOTES =
  /^$|^[\s]|[\s]$|^[-?:](\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|^(---|\.\.\.)|^[<=]$/;
const RESERVED =
  /^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|true|True|TRUE|false|False|FALSE|null|Null|NULL|~|<<)$/;
const NUMERIC =
  /^[-+]?(\d[\d_]*|0x[\da-fA-F_]+|0o?[0-7_]+|0b[01_]+|\d[\d_]*\.[\d_]*([eE][-+]?\d+)?|\.[\d_]+([eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+|\.(inf|Inf|INF)|\d[\d_]*(:[0-5]?\d)+(\.\d*)?)$|^\.(nan|NaN|NAN)$/;
const TIMESTAMP = /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/;
// eslint would read these as noise in one pattern: everything a plain scalar cannot carry.
const UNPRINTABLE = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function writeText(text: string, indent: string): string {
  if (UNPRINTABLE.test(text) || text.includes("\t")) return JSON.stringify(text);
  if (text.includes("\n")) return writeLines(text, indent);
  if (RESERVED.test(text) || NUMERIC.test(text) || TIMESTAMP.test(text)) {
    return JSON.stringify(text);
  }
  return NEEDS_QUOTES.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** `|` keeps line breaks; `|-` and `|+` say how many stand at the end. */
function writeLines(text: string, indent: string): string {
  if (/^[\s]/.test(text) || /[ ]\n/.test(text)) return JSON.stringify(text);
  const tail = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  const step = indent === "" ? "  " : indent;
  return `|${tail}\n${lines.map((line) => (line === "" ? "" : step + line)).join("\n")}`;
}

/** go-yaml sorts digits inside keys as numbers. */
function naturalOrder(left: string, right: string): number {
  const a = left.match(/\d+|\D+/g) ?? [];
  const b = right.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const x = a[index] ?? "";
    const y = b[index] ?? "";
    if (x === y) continue;
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    if (numbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
