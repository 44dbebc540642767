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
  /** A text of an author's, in one of Moodle's formats. */
  convert: (source: string, format: TextFormat, escape?: (text: string) => string) => string;
  dropped: Set<string>;
};

/** The text of an element as it stands in the file, and how it is to be read. */
export type SourceText = Placed & { format: TextFormat };

const FORMATS: Record<string, TextFormat> = {
  html: "html",
  plain_text: "plain",
  markdown: "markdown",
  moodle_auto_format: "auto",
};

/** Not converted yet. */
export function sourceIn(element: XmlElement): SourceText {
  const { text, at } = textIn(element, "text");
  const name = element.attributes["format"] ?? "";
  const format = Object.hasOwn(FORMATS, name) ? (FORMATS[name] ?? "auto") : "auto";
  return { text, at: at || element.start, format };
}

export function textReader(): TextReader {
  const dropped = new Set<string>();
  const convert: TextReader["convert"] = (source, format, escape) => {
    const read = toMarkdown(source, format, escape);
    for (const name of read.dropped) dropped.add(name);
    return read.text;
  };
  const readOwn = (element: XmlElement): Placed => {
    const { text, at, format } = sourceIn(element);
    if (elementIn(element, "file")) dropped.add("files");
    return placed(convert(text, format), at);
  };
  return {
    read: (parent, name) => {
      const element = elementIn(parent, name);
      return element ? readOwn(element) : placed("");
    },
    readOwn,
    convert,
    dropped,
  };
}
