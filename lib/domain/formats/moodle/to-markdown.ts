/** Texts of other programs as Markdown of ours. */
import { htmlToMarkdown, type MarkdownText } from "@/lib/domain/formats/moodle/html-to-markdown";

/** "auto": HTML where it holds any, otherwise Markdown as it stands. */
export type TextFormat = "html" | "plain" | "markdown" | "auto";

const KNOWN_TAG =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|code|pre|ul|ol|li|a|h[1-6]|blockquote|img|table|tr|td|th|tbody|thead|sub|sup|script|style|iframe|object|embed|font|hr)(?:\s[^<>]*)?\/?>/iu;

/** `escape` makes signs of the text show as they stand; left out, they are kept from being Markdown's. */
export function toMarkdown(
  source: string,
  format: TextFormat,
  escape = escapeMarkdown,
): MarkdownText {
  if (format === "plain") return { text: escape(source).trim(), dropped: [] };
  if (isHtml(source, format)) return htmlToMarkdown(source, escape);
  return { text: source.trim(), dropped: [] };
}

export const isHtml = (source: string, format: TextFormat): boolean =>
  format === "html" || (format === "auto" && KNOWN_TAG.test(source));

/** The text shows as it stands: none of its signs is Markdown's. */
const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<]|&(?=#?\w+;)/gu, "\\$&")
    .replaceAll(/^([ \t]*)([#>+-])(?=\s)/gmu, "$1\\$2")
    .replaceAll(/^([ \t]*\d+)([.)])(?=\s)/gmu, "$1\\$2");
