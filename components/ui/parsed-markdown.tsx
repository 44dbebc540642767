import { micromark } from "micromark";

export type MarkdownProps = { text: string; className?: string };

/**
 * Markdown by authors, parsed. micromark escapes raw HTML and drops unsafe link targets by
 * default, so its output may be set as HTML.
 */
export const ParsedMarkdown = ({ text, className = "" }: MarkdownProps) => (
  <div className={className} dangerouslySetInnerHTML={{ __html: micromark(text) }} />
);

export const ParsedLine = ({ text, className = "" }: MarkdownProps) => (
  <span className={className} dangerouslySetInnerHTML={{ __html: parsedLine(text) }} />
);

/** Everything that would start a block: a line of an option is only ever one line. */
const BLOCKS = [
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "list",
  "setextUnderline",
  "thematicBreak",
];

export const parsedLine = (text: string): string =>
  micromark(text.trim(), { extensions: [{ disable: { null: BLOCKS } }] }).replace(
    /^<p>|<\/p>$/g,
    "",
  );
