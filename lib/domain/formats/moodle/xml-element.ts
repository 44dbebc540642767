/** The XML of a question file: elements with their texts and places, and nothing else. */
import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import { placed, type Placed } from "@/lib/domain/formats/plain/plain-question";
import { err, ok, type Result } from "@/lib/domain/result";

/**
 * A DOCTYPE is refused before anything is parsed: whatever it declares, files to load or
 * entities to multiply, no question needs it. The parser knows no entities but XML's five.
 */
export function readXml(text: string): Result<XmlElement, Found[]> {
  const doctype = /<!DOCTYPE/iu.exec(text);
  if (doctype) {
    return err([found("doctype", doctype.index, "The file holds a DOCTYPE, which is refused")]);
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    return root ? ok(root) : err([found("syntax", 0, "The file holds no XML element")]);
  } catch (error) {
    if (error instanceof XmlError) return err([syntaxError(text, error)]);
    if (error instanceof RangeError) {
      return err([found("too-deep", 0, "Too many levels of elements")]);
    }
    throw error;
  }
}

function syntaxError(text: string, { message, pos }: XmlError): Found {
  const [reason = ""] = message.split(/ \(line \d+, column/u);
  return found("syntax", offsetOf(text, pos), `Not valid XML: ${reason}`);
}

/** The parser counts characters, not code units. */
function offsetOf(text: string, characters: number): number {
  let at = 0;
  for (let count = 0; count < characters && at < text.length; count++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

export const elementsIn = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );

export const elementIn = (parent: XmlElement, name: string): XmlElement | undefined =>
  elementsIn(parent, name)[0];

/** The text of an element or, where it has one, of the `<text>` in it. */
export function textIn(parent: XmlElement, name: string): Placed {
  const element = elementIn(parent, name);
  if (!element) return placed("");
  const inner = elementIn(element, "text") ?? element;
  return placed(inner.text.trim(), inner.start);
}
