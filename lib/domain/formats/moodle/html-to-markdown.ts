/**
 * Of HTML, what Markdown can say is kept: paragraphs, breaks, headings, lists, emphasis,
 * code, quotations, links. The rest loses its tags; scripts, frames and pictures are
 * dropped whole, and named.
 */
import { htmlTokens, type HtmlToken } from "@/lib/domain/formats/moodle/html-tokens";

export type MarkdownText = {
  text: string;
  /** Names of what was dropped, such as "script". */
  dropped: string[];
};

/** An element that is open; its content becomes a text when it is closed. */
type Frame = { name: string; attributes: string; text: string; items: number };

/** Between blocks, until the end: NUL is in no text. */
const BLOCK = "\u0000";
/** Tags beyond this depth are passed over. */
const MOST_OPEN = 30;

const VOID = new Set(["br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"]);
const LITERAL = new Set(["code", "pre", "tt", "kbd", "samp"]);

export function htmlToMarkdown(html: string, escape: (text: string) => string): MarkdownText {
  const dropped = new Set<string>();
  const root = frameOf("root", "");
  const open = [root];
  for (const token of htmlTokens(html, dropped)) {
    const top = open.at(-1) ?? root;
    if (token.type === "text") {
      const literal = open.some(({ name }) => LITERAL.has(name));
      top.text += literal ? token.text : escape(token.text.replaceAll(/\s+/gu, " "));
    } else if (VOID.has(token.name)) top.text += voidText(token, dropped);
    else if (token.type === "start") openElement(open, token, dropped);
    else closeElement(open, token.name, dropped);
  }
  while (open.length > 1) closeElement(open, open.at(-1)?.name ?? "", dropped);
  return { text: blocksOf(root.text), dropped: [...dropped].map(nameOf) };
}

const NAMES: Record<string, string> = {
  img: "pictures",
  table: "the table's columns",
  sub: "lowered text",
  sup: "raised text",
  del: "strokes through text",
};

/** Elements whose tags are lost, and with them a meaning. */
const MEANING: Record<string, string> = {
  table: "table",
  sub: "sub",
  sup: "sup",
  s: "del",
  del: "del",
  strike: "del",
};

const nameOf = (element: string): string => NAMES[element] ?? element;

const frameOf = (name: string, attributes: string): Frame => ({
  name,
  attributes,
  text: "",
  items: 0,
});

const blocksOf = (text: string): string =>
  text
    .split(BLOCK)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .join("\n\n");

type Tag = Exclude<HtmlToken, { type: "text" }>;

function voidText({ name }: Tag, dropped: Set<string>): string {
  if (name === "br") return "\\\n";
  if (name === "img") dropped.add("img");
  return name === "hr" ? BLOCK : "";
}

function openElement(open: Frame[], { name, attributes }: Tag, dropped: Set<string>): void {
  if (/\son\w+\s*=/iu.test(attributes)) dropped.add("script in an attribute");
  if (Object.hasOwn(MEANING, name)) dropped.add(MEANING[name] ?? name);
  // HTML closes these by itself when the next one starts.
  if (["li", "p", "td", "th", "tr"].includes(name) && open.at(-1)?.name === name) {
    closeElement(open, name, dropped);
  }
  if (open.length < MOST_OPEN) open.push(frameOf(name, attributes));
}

/** Closes everything that is still open within; an end without a start is passed over. */
function closeElement(open: Frame[], name: string, dropped: Set<string>): void {
  const place = open.findLastIndex((frame) => frame.name === name);
  if (place < 1) return;
  while (open.length > place) {
    const frame = open.pop();
    const parent = open.at(-1);
    if (frame && parent) parent.text += markdownOf({ frame, list: parent, dropped }, open);
  }
}

type Element = { frame: Frame; list: Frame; dropped: Set<string> };

const strong = ({ frame }: Element): string => wrapped(frame.text, "**");
const emphasis = ({ frame }: Element): string => wrapped(frame.text, "*");
const cell = ({ frame }: Element): string => `${frame.text} `;
const heading = ({ frame: { name, text } }: Element): string =>
  `${BLOCK}${"#".repeat(Number(name.slice(1)))} ${text.trim()}${BLOCK}`;

const WRITERS: Record<string, (element: Element) => string> = {
  pre: ({ frame }) => BLOCK + fenced(frame.text) + BLOCK,
  strong,
  b: strong,
  em: emphasis,
  i: emphasis,
  a: ({ frame, dropped }) => link(frame, dropped),
  li: ({ frame, list }) => listItem(frame, list),
  blockquote: ({ frame }) => BLOCK + prefixed(blocksOf(frame.text), "> ", "> ") + BLOCK,
  td: cell,
  th: cell,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
};

function markdownOf(element: Element, open: readonly Frame[]): string {
  const { name, text } = element.frame;
  // Within code, elements are only their text.
  if (open.some((outer) => LITERAL.has(outer.name))) return text;
  if (Object.hasOwn(WRITERS, name)) return WRITERS[name]?.(element) ?? text;
  if (LITERAL.has(name)) return inlineCode(text);
  return INLINE.has(name) ? text : BLOCK + text + BLOCK;
}

const INLINE = new Set([
  ...["span", "u", "font", "sub", "sup", "small", "big", "abbr", "cite", "q", "s", "del", "ins"],
  ...["label", "mark", "var", "time", "strike", "acronym", "dfn", "bdi", "bdo", "nobr", "o"],
]);

/** Emphasis touches its words: blanks at the ends go outside. */
function wrapped(text: string, mark: string): string {
  const bare = text.trim();
  if (bare === "" || bare.includes(BLOCK)) return text;
  const start = text.length - text.trimStart().length;
  return text.slice(0, start) + mark + bare + mark + text.slice(start + bare.length);
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));

function inlineCode(text: string): string {
  const bare = text.replaceAll(/\s+/gu, " ").trim();
  if (bare === "") return " ";
  const fence = "`".repeat(longestRun(bare) + 1);
  const gap = /^`|`$/u.test(bare) ? " " : "";
  return fence + gap + bare + gap + fence;
}

function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text.replace(/^\n/u, "").trimEnd()}\n${fence}`;
}

function link({ attributes, text }: Frame, dropped: Set<string>): string {
  const [, double, single, bare] =
    /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes) ?? [];
  const address = (double ?? single ?? bare ?? "").trim();
  if (/^(?:https?:\/\/|mailto:)[^\s<>]+$/iu.test(address) && text.trim() !== "") {
    return `[${text.trim()}](<${address}>)`;
  }
  if (address !== "") dropped.add("a link that leads nowhere");
  return text;
}

function listItem({ text }: Frame, list: Frame): string {
  list.items++;
  const mark = list.name === "ol" ? `${list.items}. ` : "- ";
  return `\n${prefixed(blocksOf(text), mark, " ".repeat(mark.length))}`;
}

const prefixed = (text: string, first: string, others: string): string =>
  text
    .split("\n")
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join("\n");
