/** The answers of a Moodle question, by its type. */
import type { XmlElement } from "@rgrove/parse-xml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { TextReader } from "@/lib/domain/formats/moodle/moodle-text";
import { elementsIn, textIn } from "@/lib/domain/formats/moodle/xml-element";
import {
  NOWHERE,
  type PlainAnswer,
  type PlainBody,
  type PlainNumber,
} from "@/lib/domain/formats/plain/plain-question";

type Read = { body: PlainBody; found: Found[] };

export function moodleBody(element: XmlElement, texts: TextReader): Read {
  const problems: Found[] = [];
  const answers = elementsIn(element, "answer");
  const body = ((): PlainBody | null => {
    switch (element.attributes["type"] ?? "") {
      case "multichoice": {
        const single = textIn(element, "single").text !== "false";
        return { type: "choice", single, answers: answersOf(answers, texts, problems) };
      }
      case "truefalse":
        return { type: "true-false", answer: truthOf(answers) };
      case "shortanswer": {
        const caseSensitive = textIn(element, "usecase").text === "1";
        return { type: "short", caseSensitive, answers: typedOf(answers, texts, problems) };
      }
      case "numerical":
        return { type: "number", answers: numbersOf(answers, texts, problems) };
      case "matching":
      case "ddmatch":
        return { type: "match", pairs: pairsOf(element, texts) };
      case "ordering":
        return { type: "order", items: answers.map((answer) => texts.readOwn(answer)) };
      case "essay":
        return { type: "essay", model: texts.read(element, "graderinfo") };
      default:
        return null;
    }
  })();
  if (body) return { body, found: problems };
  const type = element.attributes["type"] ?? "";
  const message = `Questions of Moodle's type “${type.slice(0, 60)}” cannot be read`;
  return {
    body: { type: "essay", model: NOWHERE },
    found: [found("unsupported-kind", element.start, message)],
  };
}

function weightOf(answer: XmlElement, problems: Found[]): number {
  const written = answer.attributes["fraction"] ?? "0";
  const weight = Number(written);
  if (written.trim() !== "" && Math.abs(weight) <= 100) return weight;
  problems.push(
    found("bad-weight", answer.start, `“${written.slice(0, 60)}” is no share of the mark`),
  );
  return 0;
}

const answersOf = (
  answers: readonly XmlElement[],
  texts: TextReader,
  problems: Found[],
): PlainAnswer[] =>
  answers.map((answer) => ({
    ...texts.readOwn(answer),
    weight: weightOf(answer, problems),
    feedback: texts.read(answer, "feedback"),
  }));

/** Typed answers are text, never Markdown. */
const typedOf = (
  answers: readonly XmlElement[],
  texts: TextReader,
  problems: Found[],
): PlainAnswer[] =>
  answers.map((answer) => ({
    ...textIn(answer, "text"),
    weight: weightOf(answer, problems),
    feedback: texts.read(answer, "feedback"),
  }));

const truthOf = (answers: readonly XmlElement[]): boolean =>
  answers.some(
    (answer) =>
      Number(answer.attributes["fraction"]) === 100 &&
      textIn(answer, "text").text.toLowerCase() === "true",
  );

function numbersOf(
  answers: readonly XmlElement[],
  texts: TextReader,
  problems: Found[],
): PlainNumber[] {
  return answers.flatMap((answer) => {
    const { text, at } = textIn(answer, "text");
    // Feedback for any other number.
    if (text === "*") return [];
    const value = text === "" ? Number.NaN : Number(text);
    const tolerance = Math.abs(Number(textIn(answer, "tolerance").text || "0"));
    if (!Number.isFinite(value) || !Number.isFinite(tolerance)) {
      problems.push(found("bad-number", at, `“${text.slice(0, 60)}” is no number`));
      return [];
    }
    const weight = weightOf(answer, problems);
    return [{ value, tolerance, weight, at, feedback: texts.read(answer, "feedback") }];
  });
}

const pairsOf = (element: XmlElement, texts: TextReader) =>
  elementsIn(element, "subquestion").map((pair) => ({
    left: texts.readOwn(pair),
    right: texts.read(pair, "answer"),
  }));
