/** One spelling for templates of -o that mean the same. */
import { normalPath } from "../plan/normal-path";

export function canonicalTemplate(format: string, template: string | null): string {
  if (template === null) return "";
  if (format.startsWith("jsonpath") && !format.endsWith("file")) return canonicalJsonPath(template);
  if (format === "custom-columns") return canonicalColumns(template);
  return format.endsWith("file") ? normalPath(template) : template;
}

/** A line break at the very end only keeps the prompt off the line. */
const LAST_LINE_BREAK = /\{\s*(["'])\\n\1\s*\}$/;

/** Inside braces: blanks around, a leading $, and ['name'] for .name mean nothing. */
function canonicalJsonPath(template: string): string {
  return template.replace(LAST_LINE_BREAK, "").replace(/\{([^{}]*)\}/g, (_whole, inner: string) => {
    const text = inner.trim();
    if (/^["']|^(range|end)\b/.test(text)) return `{${canonicalPath(text)}}`;
    return `{${canonicalPath(text.replace(/^\$/, ""))}}`;
  });
}

const canonicalPath = (text: string) =>
  text
    .replace(/\[(["'])([A-Za-z_][\w-]*)\1\]/g, ".$2")
    .replace(/^"([\s\S]*)"$/, "'$1'")
    .replace(/^([A-Za-z_])(?!.*^(range|end))/, (first) =>
      /^(range|end)\b/.test(text) ? first : `.${first}`,
    )
    .replace(/\s+/g, " ");

/** NAME:.metadata.name, NAME:metadata.name and NAME:{.metadata.name} are one column. */
const canonicalColumns = (template: string) =>
  template
    .split(",")
    .map((column) => {
      const at = column.indexOf(":");
      const path = column
        .slice(at + 1)
        .replace(/^\{|\}$/g, "")
        .replace(/^\./, "");
      return `${column.slice(0, at).trim()}:${path}`;
    })
    .join(",");
