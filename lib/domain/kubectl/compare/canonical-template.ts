/** One spelling for templates of -o that mean the same. */
import { normalPath } from "../plan/normal-path";

export function canonicalTemplate(format: string, template: string | null): string {
  if (template === null) return "";
  if (format.startsWith("jsonpath") && !format.endsWith("file")) return canonicalJsonPath(template);
  if (format === "go-template" || format === "template") return canonicalGoTemplate(template);
  if (format === "custom-columns") return canonicalColumns(template);
  return format.endsWith("file") ? normalPath(template) : template;
}

/** `template` is an older name of `go-template`. */
export const canonicalFormat = (format: string): string => {
  if (/^wide$/i.test(format)) return format;
  const lower = format.toLowerCase();
  return lower.replace(/^template(file)?$/, (_whole, file?: string) =>
    file === undefined ? "go-template" : "go-template-file",
  );
};

/** A line break at the very end only keeps the prompt off the line. */
const LAST_LINE_BREAK = /\{\s*(["'])\\n\1\s*\}$/;
/** Inside braces; quoted texts may hold braces themselves. */
const ACTION = /\{((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^{}"'])*)\}/g;

function canonicalJsonPath(template: string): string {
  const actions = template
    .replace(LAST_LINE_BREAK, "")
    .replace(ACTION, (_whole, inner: string) => `{${canonicalAction(inner.trim())}}`);
  return withoutPlainLoops(actions);
}

/** `{range .items[*]}{.name}{" "}{end}` prints what `{.items[*].name}` prints, and a blank. */
const withoutPlainLoops = (template: string) =>
  template.replace(
    /^\{range (\.[^{}]*\[\*\])\}\{(\.[^{}]+)\}(?:\{' '\}| )\{end\}$/,
    (_whole, list: string, field: string) => `{${list}${field}}`,
  );

/** Blanks around, a leading $ or @, ['name'] for .name and [:] for [*] mean nothing. */
function canonicalAction(text: string): string {
  if (/^["']/.test(text)) return text.replace(/^"([\s\S]*)"$/, "'$1'");
  if (text === "end") return text;
  const loop = /^range\s+([\s\S]*)$/.exec(text);
  return loop ? `range ${canonicalPath(loop[1] ?? "")}` : canonicalPath(text);
}

const canonicalPath = (text: string) =>
  tightBlanks(
    text
      .replace(/^[$@](?=[.[])/, "")
      .replace(/\[(["'])([A-Za-z_][\w-]*)\1\]/g, ".$2")
      .replace(/\[0?:\]/g, "[*]")
      .replace(/^[A-Za-z_]/, (first) => `.${first}`)
      .replace(/"((?:\\.|[^"\\'])*)"/g, "'$1'"),
  );

const QUOTED = /('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")/;

/** Blanks mean something within quotes, and nothing beside the operator and the ends of a filter. */
const tightBlanks = (text: string) =>
  text
    .split(QUOTED)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, " ")
            .replace(/ ?(==|!=|<=|>=|<|>) ?/g, "$1")
            .replace(/\[\?\( /g, "[?(")
            .replace(/ \)\]/g, ")]"),
    )
    .join("");

/** Blanks inside {{ }} mean nothing, outside of quotes. */
const canonicalGoTemplate = (template: string) =>
  template
    .replace(/\{\{\s*(["'`])\\n\1\s*\}\}$/, "")
    .replace(
      /\{\{(-?)([\s\S]*?)(-?)\}\}/g,
      (_whole, before: string, inner: string, after: string) => {
        const parts = inner.split(/("(?:\\.|[^"\\])*"|`[^`]*`)/);
        const tight = parts.map((part, index) =>
          index % 2 === 1 ? part : part.replace(/\s+/g, " "),
        );
        return `{{${before}${tight.join("").trim()}${after}}}`;
      },
    );

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
