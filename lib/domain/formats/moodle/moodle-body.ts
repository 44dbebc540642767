/** The answers of a Moodle question, by its type. */
import type { XmlElement } from "@rgrove/parse-xml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { TextReader } from "@/lib/domain/formats/moodle/moodle-text";
import { elementIn, elementsIn, textIn } from "@/lib/domain/formats/moodle/xml-element";
import { leftOut } from "@/lib/domain/formats/plain/filled-in";
import {
  NOWHERE,
  type PlainAnswer,
  type PlainBody,
  type PlainNumber,
} from "@/lib/domain/formats/plain/plain-question";
import { ANYTHING } from "@/lib/domain/formats/plain/typed-pattern";

type Read = { body: PlainBody; found: Found[] };

export function moodleBody(element: XmlElement, texts: TextReader): Read {
  const problems: Found[] = [];
  const answers = elementsIn(element, "answer");
  const body = ((): PlainBody | null => {
    switch (element.attributes["type"] ?? "") {
      case "multichoice": {
        const single = !["false", "0"].includes(textIn(element, "single").text);
        return { type: "choice", single, answers: answersOf(answers, texts, problems) };
      }
      case "truefalse":
        return truthOf(answers, texts);
      case "shortanswer": {
        const caseSensitive = textIn(element, "usecase").text === "1";
        return { type: "short", caseSensitive, answers: typedOf(answers, texts, problems) };
      }
      case "numerical": {
        const unit = unitOf(element, problems);
        return { type: "number", answers: numbersOf(answers, texts, problems), unit };
      }
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

function truthOf(answers: readonly XmlElement[], texts: TextReader): PlainBody {
  const called = (word: string) =>
    answers.find((answer) => textIn(answer, "text").text.toLowerCase() === word);
  const [yes, no] = [called("true"), called("false")];
  return {
    type: "true-false",
    answer: Number(yes?.attributes["fraction"]) === 100,
    whenTrue: yes ? texts.read(yes, "feedback") : NOWHERE,
    whenFalse: no ? texts.read(no, "feedback") : NOWHERE,
  };
}

/** The one unit that a number is given in. Others, and what they are worth, have no place. */
function unitOf(element: XmlElement, problems: Found[]): string {
  const units = elementIn(element, "units");
  const [first, ...others] = units ? elementsIn(units, "unit") : [];
  const [second] = others;
  if (second) problems.push(leftOut("units after the first", second.start));
  if (!first) return "";
  const isWhole = Number(textIn(first, "multiplier").text || "1") === 1;
  if (!isWhole) problems.push(leftOut("what the unit multiplies numbers by", first.start));
  return textIn(first, "unit_name").text;
}

function numbersOf(
  answers: readonly XmlElement[],
  texts: TextReader,
  problems: Found[],
): PlainNumber[] {
  return answers.flatMap((answer) => {
    const { text, at } = textIn(answer, "text");
    if (text === ANYTHING) {
      const said = texts.read(answer, "feedback").text;
      if (said !== "") problems.push(leftOut("what is said to any other number", answer.start));
      return [];
    }
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
