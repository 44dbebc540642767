/** HTML as browsers are lenient with it: whatever is no tag is text. */
import { decodeEntities } from "@/lib/domain/formats/moodle/entities";

export type HtmlToken =
  | { type: "text"; text: string }
  /** `attributes` as written; names are in small letters. */
  | { type: "start" | "end"; name: string; attributes: string };

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/iuy;

/** Elements whose content is no text for readers. */
const OPAQUE = new Set([
  ...["script", "style", "iframe", "object", "embed", "svg", "noscript", "template"],
  ...["video", "audio", "form", "textarea", "select", "title"],
]);

/** `dropped` gathers the names of elements that are left out whole. */
export function* htmlTokens(html: string, dropped: Set<string>): Generator<HtmlToken> {
  for (let at = 0; at < html.length;) {
    if (html[at] !== "<") {
      const next = html.indexOf("<", at);
      const end = next < 0 ? html.length : next;
      yield { type: "text", text: decodeEntities(html.slice(at, end)) };
      at = end;
      continue;
    }
    const markup = endOfMarkup(html, at);
    if (markup !== null) {
      at = markup;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (!tag) {
      yield { type: "text", text: "<" };
      at++;
      continue;
    }
    const [all, slash, written = "", attributes = ""] = tag;
    const name = written.toLowerCase();
    at += all.length;
    if (!OPAQUE.has(name)) yield { type: slash === "/" ? "end" : "start", name, attributes };
    else {
      dropped.add(name);
      if (slash !== "/" && !attributes.endsWith("/")) at = endOfElement(html, name, at);
    }
  }
}

/** Behind a comment, a declaration or an instruction; null when none starts here. */
function endOfMarkup(html: string, at: number): number | null {
  const close = html.startsWith("<!--", at)
    ? "-->"
    : html.startsWith("<!", at) || html.startsWith("<?", at)
      ? ">"
      : null;
  if (close === null) return null;
  const end = html.indexOf(close, at + 2);
  return end < 0 ? html.length : end + close.length;
}

function endOfElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[^>]*>`, "giu");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? found.index + found[0].length : html.length;
}
