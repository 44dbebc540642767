import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from "yaml";

import type { ContentFile } from "@/lib/server/content/read-content-files";

export type YamlProblem = { line: number; message: string };

/** A parsed YAML file that knows on which line each of its values stands. */
export type YamlFile = {
  path: string;
  data: unknown;
  problems: YamlProblem[];
  lineOf: (path: readonly (string | number)[]) => number;
};

export function readYaml({ path, text }: ContentFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: `Not valid YAML: ${error.message}`,
  }));
  return {
    path,
    data: problems.length > 0 ? null : toPlain(document, problems),
    problems,
    lineOf: (place) => lines.linePos(offsetOf(document, place)).line,
  };
}

/** Unresolved or exploding aliases only show when the document is turned into data. */
function toPlain(document: Document, problems: YamlProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : "it cannot be read";
    problems.push({ line: 1, message: `Not valid YAML: ${message}` });
    return null;
  }
}

/** Where the value at this path starts, or its nearest enclosing value if it does not exist. */
function offsetOf(document: Document, place: readonly (string | number)[]): number {
  for (let length = place.length; length > 0; length--) {
    const path = place.slice(0, length);
    const offset = keyOffset(document, path) ?? rangeStart(document.getIn(path, true));
    if (offset !== null) return offset;
  }
  return rangeStart(document.contents) ?? 0;
}

/** A field is found where its name stands; its value may start lines below. */
function keyOffset(document: Document, path: readonly (string | number)[]): number | null {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return null;
  const name = path.at(-1);
  const pair = parent.items.find(
    (item) => isPair(item) && isNode(item.key) && String(item.key) === String(name),
  );
  return rangeStart(pair?.key);
}

const rangeStart = (node: unknown): number | null =>
  isNode(node) && node.range ? node.range[0] : null;
