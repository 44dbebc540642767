/**
 * YAML with places: where each field of the data stands in the text. Shared by the files
 * in content/questions and by those that people import.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document } from "yaml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import { MOST_LEVELS } from "@/lib/domain/formats/nesting";
import { lexicalFault, tooDeepAt } from "@/lib/domain/formats/yaml/lexical-fault";
import type { Path } from "@/lib/domain/formats/read-file";

export type YamlText = {
  /** Null where there are problems. */
  data: unknown;
  found: Found[];
  /** Offset of the field's name or value, or of what is nearest around it. */
  placeOf: (path: Path) => number;
};

const MOST_ALIASES = 100;

export function readYaml(text: string): YamlText {
  const fault = lexicalFault(text);
  const document = fault ? null : parseText(text);
  if (!document) return { data: null, found: [fault ?? tooDeepAt(0)], placeOf: () => 0 };
  const problems = [...document.errors, ...document.warnings].map((error) =>
    found("syntax", error.pos[0], `Not valid YAML: ${error.message}`),
  );
  for (const problem of checkNodes(document)) problems.push(problem);
  return {
    data: problems.length > 0 ? null : toPlain(document, problems),
    found: problems,
    placeOf: (path) => offsetOf(document, path),
  };
}

/** `value: {{name}}` is a map whose key is a map: YAML's own message would help nobody. */
const unquotedAt = (at: number): Found =>
  found("unquoted-placeholder", at, "A value that starts with {{ is not a text in YAML");

/** Null when it is nested so deeply that the parser itself gives up. */
function parseText(text: string): Document | null {
  try {
    // The library compares every key with all others before it; `checkNodes` does not.
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Fields that stand twice, and nesting beyond what any later walk over the data should go down. */
function checkNodes(document: Document): Found[] {
  const problems: Found[] = [];
  const visit = (node: unknown, level: number): void => {
    if (level > MOST_LEVELS) problems.push(tooDeepAt(rangeStart(node) ?? 0));
    else if (isSeq(node)) for (const item of node.items) visit(item, level + 1);
    else if (isMap(node)) {
      for (const problem of checkKeys(node.items.map(({ key }) => key))) problems.push(problem);
      for (const { key, value } of node.items) {
        visit(key, level + 1);
        visit(value, level + 1);
      }
    }
  };
  visit(document.contents, 0);
  return problems;
}

function checkKeys(keys: readonly unknown[]): Found[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    const at = rangeStart(key) ?? 0;
    if (isMap(key)) return [unquotedAt(at)];
    const name = isScalar(key) ? String(key.value) : null;
    if (name === null || !seen.has(name)) {
      if (name !== null) seen.add(name);
      return [];
    }
    return [found("duplicate-key", at, `Not valid YAML: the field \`${name}\` stands twice`)];
  });
}

/** Unresolved or exploding aliases only show when the document is turned into data. */
function toPlain(document: Document, problems: Found[]): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    problems.push(found("syntax", firstAlias(document), `Not valid YAML: ${reason}`));
    return null;
  }
}

function firstAlias(document: Document): number {
  const find = (node: unknown): number | null => {
    if (isAlias(node)) return rangeStart(node);
    const parts: unknown[] = isSeq(node)
      ? node.items
      : isMap(node)
        ? node.items.map(({ value }) => value)
        : [];
    for (const part of parts) {
      const place = find(part);
      if (place !== null) return place;
    }
    return null;
  };
  return find(document.contents) ?? 0;
}

/** Where the value at this path starts, or its nearest enclosing value if it does not exist. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const offset = keyOffset(document, part) ?? rangeStart(document.getIn(part, true));
    if (offset !== null) return offset;
  }
  return rangeStart(document.contents) ?? 0;
}

/** A field is found where its name stands; its value may start lines below. */
function keyOffset(document: Document, path: Path): number | null {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return null;
  const name = String(path.at(-1));
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  return rangeStart(pair?.key);
}

const rangeStart = (node: unknown): number | null =>
  isNode(node) && node.range ? node.range[0] : null;
