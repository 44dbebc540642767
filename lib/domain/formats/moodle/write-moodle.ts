/**
 * Questions as Moodle XML. Texts are marked as Markdown, which Moodle shows, so that they
 * are not changed on the way; `<reconcile>` holds our own data, which Moodle passes over.
 */
import { ownData } from "@/lib/domain/formats/plain/own-data";
import type { PlainAnswer, WrittenBody } from "@/lib/domain/formats/plain/plain-question";
import { toPlain } from "@/lib/domain/formats/plain/to-plain";
import type { QuestionContent } from "@/lib/domain/questions/content";

export const OWN_ELEMENT = "reconcile";

export const writeMoodle = (questions: readonly QuestionContent[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.map(questionElement).join("")}</quiz>\n`;

function questionElement(content: QuestionContent): string {
  const { title, idNumber, tags, prompt, hint, feedback, body } = toPlain(content);
  return lines([
    `  <question type="${TYPES[body.type]}">`,
    `    <name><text>${escapeXml(title)}</text></name>`,
    `    ${markdown("questiontext", prompt.text)}`,
    `    ${markdown("generalfeedback", feedback.text)}`,
    `    <defaultgrade>1</defaultgrade>`,
    `    <idnumber>${escapeXml(idNumber)}</idnumber>`,
    ...bodyLines(body).map((line) => `    ${line}`),
    ...(hint.text === "" ? [] : [`    ${markdown("hint", hint.text)}`]),
    `    <tags>${tags.map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join("")}</tags>`,
    `    <${OWN_ELEMENT}>${escapeXml(escapeControls(ownData(content)))}</${OWN_ELEMENT}>`,
    `  </question>`,
  ]);
}

const lines = (list: readonly string[]): string => list.map((line) => `${line}\n`).join("");

const TYPES: Record<WrittenBody["type"], string> = {
  choice: "multichoice",
  "true-false": "truefalse",
  match: "matching",
  short: "shortanswer",
  number: "numerical",
  essay: "essay",
};

const markdown = (name: string, text: string): string =>
  `<${name} format="markdown"><text>${escapeXml(text)}</text></${name}>`;

const plain = (text: string): string => `<text>${escapeXml(text)}</text>`;

function bodyLines(body: WrittenBody): string[] {
  switch (body.type) {
    case "choice":
      return [
        `<single>${body.single}</single>`,
        "<shuffleanswers>true</shuffleanswers>",
        ...body.answers.map(choice),
      ];
    case "true-false":
      return [true, false].map((value) => {
        const fraction = value === body.answer ? 100 : 0;
        return `<answer fraction="${fraction}" format="moodle_auto_format">${plain(String(value))}</answer>`;
      });
    case "match":
      return [
        "<shuffleanswers>true</shuffleanswers>",
        ...body.pairs.map(
          ({ left, right }) =>
            `<subquestion format="markdown">${plain(left.text)}<answer>${plain(right.text)}</answer></subquestion>`,
        ),
      ];
    case "short":
      return [
        `<usecase>${body.caseSensitive ? 1 : 0}</usecase>`,
        ...body.answers.map((answer) => typed(answer, answer.text, "")),
      ];
    case "number":
      return body.answers.map((answer) =>
        typed(answer, String(answer.value), `<tolerance>${answer.tolerance}</tolerance>`),
      );
    case "essay":
      return [markdown("graderinfo", body.model.text)];
  }
}

const choice = ({ text, weight, feedback }: PlainAnswer): string =>
  `<answer fraction="${weight}" format="markdown">${plain(text)}${markdown("feedback", feedback.text)}</answer>`;

const typed = (
  { weight, feedback }: Pick<PlainAnswer, "weight" | "feedback">,
  text: string,
  more: string,
): string =>
  `<answer fraction="${weight}" format="moodle_auto_format">${plain(text)}${markdown("feedback", feedback.text)}${more}</answer>`;

/** Characters that XML 1.0 has no way to hold. */
const NO_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escapeXml = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(NO_XML, "\u{FFFD}")
    .replaceAll(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign);

/** In JSON, every character can be written as its number. */
const escapeControls = (json: string): string =>
  json.replaceAll(NO_XML, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
