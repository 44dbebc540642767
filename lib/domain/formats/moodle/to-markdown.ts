/** Texts of other programs as Markdown of ours. */
import { htmlToMarkdown, type MarkdownText } from "@/lib/domain/formats/moodle/html-to-markdown";

/** "auto": HTML where it holds any, otherwise Markdown as it stands. */
export type TextFormat = "html" | "plain" | "markdown" | "auto";

const KNOWN_TAG =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|code|pre|ul|ol|li|a|h[1-6]|blockquote|img|table|tr|td|th|tbody|thead|sub|sup|script|style|iframe|object|embed|font|hr)(?:\s[^<>]*)?\/?>/iu;

export function toMarkdown(source: string, format: TextFormat): MarkdownText {
  if (format === "plain") return { text: escapeMarkdown(source).trim(), dropped: [] };
  if (format === "html" || (format === "auto" && KNOWN_TAG.test(source))) {
    return htmlToMarkdown(source, escapeMarkdown);
  }
  return { text: source.trim(), dropped: [] };
}

/** The text shows as it stands: none of its signs is Markdown's. */
const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<]|&(?=#?\w+;)/gu, "\\$&")
    .replaceAll(/^([ \t]*)([#>+-])(?=\s)/gmu, "$1\\$2")
    .replaceAll(/^([ \t]*\d+)([.)])(?=\s)/gmu, "$1\\$2");
