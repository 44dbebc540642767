import { lazy, memo, Suspense } from "react";

import type { MarkdownProps } from "@/components/ui/parsed-markdown";
import { plainBlocks, plainLine } from "@/components/ui/plain-markdown";

// Few texts need the parser, which is larger than a whole screen: it comes with the first of them.
const ParsedMarkdown = lazy(async () => ({
  default: (await import("@/components/ui/parsed-markdown")).ParsedMarkdown,
}));
const ParsedLine = lazy(async () => ({
  default: (await import("@/components/ui/parsed-markdown")).ParsedLine,
}));

const PROSE = "prose min-w-0 break-words";

/** Markdown by authors: paragraphs, lists, code. */
export const Markdown = memo(function Markdown({ text, className = "" }: MarkdownProps) {
  const look = `${PROSE} ${className}`;
  const html = plainBlocks(text);
  if (html !== null) return <div className={look} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <Suspense fallback={<div className={`${look} whitespace-pre-line`}>{text}</div>}>
      <ParsedMarkdown text={text} className={look} />
    </Suspense>
  );
});

/** One line of Markdown: code, emphasis and links, but no blocks. */
export const InlineMarkdown = memo(function InlineMarkdown({
  text,
  className = "",
}: MarkdownProps) {
  const look = `${PROSE} ${className}`;
  const html = plainLine(text);
  if (html !== null) return <span className={look} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <Suspense fallback={<span className={look}>{text}</span>}>
      <ParsedLine text={text} className={look} />
    </Suspense>
  );
});

/** The same line where no markup can be shown, such as in a list of the browser's own. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/(`+)\s?(.+?)\s?\1/g, "$2")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .replace(/(?<=^|[\s(])\*(?=[^\s*])([^*\n]*[^\s*])\*(?=$|[\s.,:;!?)])/gm, "$1");
