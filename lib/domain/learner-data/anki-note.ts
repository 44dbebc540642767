/**
 * Questions as notes of Anki's text import: https://docs.ankiweb.net/importing/text-files.html
 * Our id is field 1, so that importing again updates a note instead of adding another.
 */
import type { DrawnOf, DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { modelAnswer } from "@/lib/domain/questions/grade-answer";

/** Markdown to HTML, which is not a matter of the domain. */
export type ToHtml = (markdown: string) => string;

export const ankiHead = (): string =>
  ["#separator:tab", "#html:true", "#columns:id\tfront\tback\ttags", "#tags column:4", ""].join(
    "\n",
  );

/** Front: what is asked, with its options. Back: the answer and why. */
export function ankiLine(drawn: DrawnQuestion, toHtml: ToHtml): string {
  const { id, bank, prompt, exhibits = [], explanation, difficulty } = drawn.content;
  const shown = exhibits.flatMap((exhibit) =>
    exhibit.type === "diagram" ? [] : [`<pre>${escapeHtml(exhibit.text)}</pre>`],
  );
  const gaps = drawn.kind === "blanks" ? `<pre>${escapeHtml(blanksText(drawn, {}))}</pre>` : "";
  const front = [toHtml(prompt), ...shown, gaps, listOf(optionsOf(drawn), toHtml)].join("");
  const back = [answerHtml(drawn, toHtml), "<hr>", toHtml(explanation)].join("");
  const tags = ["reconcile", `bank::${bank}`, `kind::${drawn.kind}`, difficulty].join(" ");
  return `${[id, front, back, tags].map(field).join("\t")}\n`;
}

/** Quoted always: fields hold line breaks and tabs. */
const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const listOf = (texts: readonly string[], toHtml: ToHtml, tag: "ul" | "ol" = "ul"): string =>
  texts.length === 0
    ? ""
    : `<${tag}>${texts.map((text) => `<li>${toHtml(text)}</li>`).join("")}</${tag}>`;

function optionsOf(drawn: DrawnQuestion): string[] {
  switch (drawn.kind) {
    case "single":
    case "multiple":
      return drawn.body.options.map(({ text }) => text);
    case "true-false":
      return ["True", "False", ...drawn.body.reasons.map(({ text }) => `because: ${text}`)];
    case "match":
      return [...drawn.body.lefts, ...drawn.body.rights].map(({ text }) => text);
    case "order":
      return drawn.body.items.map(({ text }) => text);
    case "short":
    case "number":
    case "blanks":
    case "kubectl":
    case "open":
      return [];
  }
}

type Typed = DrawnOf<"short" | "number" | "blanks" | "kubectl" | "open">;

const TYPED: ReadonlySet<string> = new Set(["short", "number", "blanks", "kubectl", "open"]);

const isTyped = (drawn: DrawnQuestion): drawn is Typed => TYPED.has(drawn.kind);

function answerHtml(drawn: DrawnQuestion, toHtml: ToHtml): string {
  if (isTyped(drawn)) return typedAnswer(drawn, toHtml);
  switch (drawn.kind) {
    case "single":
    case "multiple":
      return listOf(
        drawn.body.options.filter(({ correct }) => correct).map(({ text }) => text),
        toHtml,
      );
    case "true-false": {
      const { answer, reasons, reason } = drawn.body;
      return toHtml(`${answer ? "True" : "False"}: ${reasons[reason]?.text ?? ""}`);
    }
    case "match":
      return listOf(
        drawn.body.lefts.map(
          ({ text, right }) => `${text} → ${drawn.body.rights[right]?.text ?? ""}`,
        ),
        toHtml,
      );
    case "order":
      return listOf(
        [...drawn.body.items].sort((a, b) => a.rank - b.rank).map(({ text }) => text),
        toHtml,
        "ol",
      );
  }
}

function typedAnswer(drawn: Typed, toHtml: ToHtml): string {
  switch (drawn.kind) {
    case "short":
      return `<p>${escapeHtml(modelAnswer(drawn).text)}</p>`;
    case "number": {
      const { value, from, to } = modelAnswer(drawn);
      const unit = drawn.body.unit ? ` ${drawn.body.unit}` : "";
      return `<p>${value ?? `${from ?? ""} to ${to ?? ""}`}${escapeHtml(unit)}</p>`;
    }
    case "blanks":
      return `<pre>${escapeHtml(blanksText(drawn, modelAnswer(drawn).values))}</pre>`;
    case "kubectl":
      return `<pre>${escapeHtml(modelAnswer(drawn).text)}</pre>`;
    case "open":
      return toHtml(drawn.body.modelAnswer);
  }
}

/** The text with what is filled in, or with a gap where nothing is. */
const blanksText = (
  { body }: DrawnOf<"blanks">,
  values: Readonly<Record<string, string>>,
): string =>
  body.segments
    .map((segment) => ("text" in segment ? segment.text : (values[segment.blank] ?? "_____")))
    .join("");
