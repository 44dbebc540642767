import { micromark } from "micromark";
import { memo } from "react";

/**
 * Markdown by authors. micromark escapes raw HTML and drops unsafe link targets by
 * default, so its output may be set as HTML.
 */
export const Markdown = memo(function Markdown({
  text,
  className = "",
}: {
  text: string;
  className?: string;
}) {
  return (
    <div
      className={`prose min-w-0 break-words ${className}`}
      dangerouslySetInnerHTML={{ __html: micromark(text) }}
    />
  );
});

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

/** One line of Markdown: code, emphasis and links, but no blocks. */
export const InlineMarkdown = memo(function InlineMarkdown({
  text,
  className = "",
}: {
  text: string;
  className?: string;
}) {
  const html = micromark(text.trim(), { extensions: [{ disable: { null: BLOCKS } }] });
  return (
    <span
      className={`prose min-w-0 break-words ${className}`}
      dangerouslySetInnerHTML={{ __html: html.replace(/^<p>|<\/p>$/g, "") }}
    />
  );
});

/** The same line where no markup can be shown, such as in a list of the browser's own. */
export const plainText = (markdown: string): string =>
  markdown.replace(/(`+)\s?(.+?)\s?\1/g, "$2").replace(/(\*\*|__)(.+?)\1/g, "$2");
