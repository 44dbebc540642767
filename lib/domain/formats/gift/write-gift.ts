/**
 * A question in GIFT, as other programs read it, with our own data in a comment above it.
 * GIFT has no sign for a "->" that is part of a text; there it is written as an entity.
 */
import { escapeGift } from "@/lib/domain/formats/gift/gift-signs";
import { ownData } from "@/lib/domain/formats/plain/own-data";
import type { PlainAnswer, WrittenBody } from "@/lib/domain/formats/plain/plain-question";
import { toPlain } from "@/lib/domain/formats/plain/to-plain";
import type { QuestionContent } from "@/lib/domain/questions/content";

export const OWN_DATA = "// reconcile:";

export const writeGift = (questions: readonly QuestionContent[]): string =>
  questions.map((question) => `${writeGiftQuestion(question)}\n`).join("\n");

export function writeGiftQuestion(content: QuestionContent): string {
  const { title, idNumber, tags, prompt, feedback, body } = toPlain(content);
  const marks = [`[id:${mark(idNumber)}]`, ...tags.map((tag) => `[tag:${mark(tag)}]`)];
  const general = feedback.text === "" ? [] : [`####${text(feedback.text)}`];
  return [
    `${OWN_DATA} ${ownData(content)}`,
    `// ${marks.join(" ")}`,
    `::${text(title)}::[markdown]${text(prompt.text)} {${opening(body)}`,
    ...[...answers(body), ...general].map((line) => `\t${line}`),
    "}\n",
  ].join("\n");
}

const text = (plain: string): string => escapeGift(plain).replaceAll("->", "-&gt;");

const mark = (plain: string): string =>
  plain.replaceAll(/\s/gu, " ").replaceAll(/[[\]\\]/gu, "\\$&");

/** What stands directly behind the brace. */
function opening(body: WrittenBody): string {
  if (body.type === "true-false") return body.answer ? "TRUE" : "FALSE";
  return body.type === "number" ? "#" : "";
}

function answers(body: WrittenBody): string[] {
  switch (body.type) {
    case "choice":
      return body.answers.map((answer) => choice(answer, body.single));
    case "short":
      return body.answers.map((answer) => `=%${answer.weight}%${withFeedback(answer)}`);
    case "number":
      return body.answers.map(
        ({ value, tolerance, weight, feedback }) =>
          `=%${weight}%${withFeedback({ text: `${value}:${tolerance}`, feedback }, String)}`,
      );
    case "match":
      return body.pairs.map(({ left, right }) => `=${text(left.text)} -> ${text(right.text)}`);
    case "essay":
    case "true-false":
      return [];
  }
}

/** A share is written even where it goes without saying, so that a text may start with one. */
const choice = (answer: PlainAnswer, single: boolean): string =>
  single && answer.weight >= 100
    ? `=%100%${withFeedback(answer)}`
    : `~%${answer.weight}%${withFeedback(answer)}`;

const withFeedback = (
  { text: plain, feedback }: Pick<PlainAnswer, "text" | "feedback">,
  write: (plain: string) => string = text,
): string => write(plain) + (feedback.text === "" ? "" : `#${text(feedback.text)}`);
