import type { XmlElement } from "@rgrove/parse-xml";

import { toMarkdown, type TextFormat } from "@/lib/domain/formats/moodle/to-markdown";
import { elementIn, textIn } from "@/lib/domain/formats/moodle/xml-element";
import { placed, type Placed } from "@/lib/domain/formats/plain/plain-question";

/** Reads texts of a question as Markdown, and gathers what was dropped from them. */
export type TextReader = {
  /** The text of a child element; "" if there is none. */
  read: (parent: XmlElement, name: string) => Placed;
  /** The text of an element itself. */
  readOwn: (element: XmlElement) => Placed;
  dropped: Set<string>;
};

const FORMATS: Record<string, TextFormat> = {
  html: "html",
  plain_text: "plain",
  markdown: "markdown",
  moodle_auto_format: "auto",
};

export function textReader(): TextReader {
  const dropped = new Set<string>();
  const readOwn = (element: XmlElement): Placed => {
    const { text, at } = textIn(element, "text");
    const format = element.attributes["format"] ?? "";
    const read = toMarkdown(
      text,
      Object.hasOwn(FORMATS, format) ? (FORMATS[format] ?? "auto") : "auto",
    );
    for (const name of read.dropped) dropped.add(name);
    if (elementIn(element, "file")) dropped.add("files");
    return placed(read.text, at || element.start);
  };
  return {
    read: (parent, name) => {
      const element = elementIn(parent, name);
      return element ? readOwn(element) : placed("");
    },
    readOwn,
    dropped,
  };
}
