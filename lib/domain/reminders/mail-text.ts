/** What our emails say, as plain text and as simple HTML of the same words. */
export type MailWords = {
  subject: string;
  /** One sentence or two each. */
  paragraphs: readonly string[];
  items?: readonly string[];
  action: { label: string; url: string };
  /** Why it was sent, and how to stop it. */
  footer: { text: string; stop: { label: string; url: string } };
};

const COLUMN = 72;

export function toPlainText({ paragraphs, items = [], action, footer }: MailWords): string {
  return [
    ...paragraphs.map((text) => wrap(text, "")),
    ...(items.length > 0 ? [items.map((item) => `- ${wrap(item, "  ")}`).join("\n")] : []),
    `${action.label}: ${action.url}`,
    `-- \n${wrap(footer.text, "")}\n${footer.stop.label}: ${footer.stop.url}`,
  ].join("\n\n");
}

/** Lines of at most 72 characters, but for longer words. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of oneLine(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > COLUMN) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

export function toHtml({ subject, paragraphs, items = [], action, footer }: MailWords): string {
  const list = items.map((item) => `<li>${escapeHtml(item)}</li>`).join("");
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;font-family:sans-serif;line-height:1.5;max-width:36em">`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(items.length > 0 ? [`<ul>${list}</ul>`] : []),
    `<p>${link(action)}</p>`,
    `<hr><p style="font-size:small">${escapeHtml(footer.text)} ${link(footer.stop)}</p>`,
    "</body></html>",
  ].join("\n");
}

const link = ({ label, url }: { label: string; url: string }): string =>
  `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  oneLine(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Nothing that was typed by somebody begins a line, or a header, of its own. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
