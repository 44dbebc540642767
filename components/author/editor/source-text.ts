/**
 * A question's YAML, changed field by field: what the fields of the form do to the text.
 * Comments and the order of fields stay.
 */
import { isSeq, parseDocument, type Document } from "yaml";

export type Path = readonly (string | number)[];
export type Fields = Readonly<Record<string, unknown>>;

export type SourceText =
  { fields: Fields; error: null } | { fields: null; error: { line: number; message: string } };

export function readText(text: string): SourceText {
  const document = parseDocument(text, { prettyErrors: true });
  const [first] = document.errors;
  if (first) return unreadable(first.linePos?.[0].line ?? 1, firstLine(first.message));
  const data = toPlain(document);
  return typeof data === "object" && data !== null && !Array.isArray(data)
    ? { fields: data as Fields, error: null }
    : unreadable(1, "A question is a map of fields, such as `prompt: …`");
}

const unreadable = (line: number, message: string): SourceText => ({
  fields: null,
  error: { line, message },
});

const firstLine = (text: string): string => (text.split("\n")[0] ?? text).replace(/:$/u, "");

/** Unresolved or exploding aliases only show when the document is turned into data. */
function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    return null;
  }
}

export const setAt = (text: string, path: Path, value: unknown): string =>
  changed(text, (document) => {
    document.setIn(path, document.createNode(value));
  });

export const removeAt = (text: string, path: Path): string =>
  changed(text, (document) => {
    document.deleteIn(path);
  });

/** At the end of a list, which is made if there is none. */
export const appendAt = (text: string, path: Path, value: unknown): string =>
  changed(text, (document) => {
    if (isSeq(document.getIn(path))) document.addIn(path, document.createNode(value));
    else document.setIn(path, document.createNode([value]));
  });

/** An entry of a list, to another place of it. */
export const moveAt = (text: string, path: Path, from: number, to: number): string =>
  changed(text, (document) => {
    const list = document.getIn(path);
    if (!isSeq(list) || to < 0 || to >= list.items.length) return;
    const [item] = list.items.splice(from, 1);
    list.items.splice(to, 0, item);
  });

function changed(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  change(document);
  return document.toString({ lineWidth: 100 });
}

/** Undefined where there is nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

/** What a text field shows of a value. */
export function textAt(data: unknown, path: Path): string {
  const value = valueAt(data, path);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

export function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export const textsAt = (data: unknown, path: Path): string[] =>
  listAt(data, path).flatMap((value) => (typeof value === "string" ? [value] : []));
