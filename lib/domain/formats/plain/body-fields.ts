/** The fields of a kind from a body that other programs know. */
import { found } from "@/lib/domain/formats/file-problem";
import { choiceFields, trueFalseFields } from "@/lib/domain/formats/plain/choice-fields";
import {
  leftOut,
  noFeedback,
  theAnswer,
  type BodyFields,
  type Context,
} from "@/lib/domain/formats/plain/filled-in";
import type { Placed, PlainBody, PlainQuestion } from "@/lib/domain/formats/plain/plain-question";
import { blanksFields, numberFields, shortFields } from "@/lib/domain/formats/plain/typed-fields";

type BodyOf<T extends PlainBody["type"]> = Extract<PlainBody, { type: T }>;

export function fieldsOfBody({ at, body, feedback }: PlainQuestion, question: number): BodyFields {
  const context = { at, question };
  switch (body.type) {
    case "choice":
      return choiceFields(body, context);
    case "true-false":
      return trueFalseFields(body, context);
    case "match":
      return matchFields(body, context);
    case "order":
      return orderFields(body);
    case "short":
      return shortFields(body, context);
    case "number":
      return numberFields(body, context);
    case "blanks":
      return blanksFields(body, context);
    case "essay":
      return essayFields(body, feedback, context);
  }
}

function matchFields({ pairs }: BodyOf<"match">, context: Context): BodyFields {
  const own = pairs.filter(({ left }) => left.text !== "");
  const others = pairs.filter(({ left }) => left.text === "");
  const rights = new Set(own.map(({ right }) => right.text));
  const distractors = others.filter(({ right }) => !rights.has(right.text));
  return {
    fields: {
      kind: "match",
      pairs: own.map(({ left, right }) => ({
        left: left.text,
        right: right.text,
        why: "These belong together.",
      })),
      ...(distractors.length === 0
        ? {}
        : {
            distractors: distractors.map(({ right }) => ({
              text: right.text,
              why: "This fits none.",
            })),
          }),
    },
    places: own.flatMap(({ left, right }, index): [string, number][] => [
      [`pairs/${index}`, left.at],
      [`pairs/${index}/right`, right.at],
    ]),
    found: noFeedback(pairs.length, pairs.length, context),
    lesson: "",
    explanation: theAnswer(own.map(({ left, right }) => `${left.text} – ${right.text}`).join("; ")),
  };
}

const orderFields = ({ items }: BodyOf<"order">): BodyFields => ({
  fields: { kind: "order", items: items.map(({ text }) => ({ text })) },
  places: items.map(({ at }, index): [string, number] => [`items/${index}`, at]),
  found: [],
  lesson: "",
  explanation: theAnswer(items.map(({ text }) => text).join(", then ")),
});

const MOST_MARKS = 20;

function essayFields({ model }: BodyOf<"essay">, feedback: Placed, context: Context): BodyFields {
  const { question } = context;
  const answer = model.text === "" ? feedback : model;
  const { text } = answer;
  const at = answer.at || context.at;
  const points = [...text.matchAll(/^\s*(?:[-*+]|\d+[.)])\s+(\S.*)$/gmu)].map(([, point]) => point);
  const marks =
    points.length > 0 ? points.slice(0, MOST_MARKS) : ["Says what the model answer says."];
  const filled = (): BodyFields["found"] => {
    if (text === "") {
      const advice = "Give it as general feedback, or as the information for graders in Moodle.";
      const message = "An open question needs a model answer";
      return [found("no-explanation", context.at, message, { question, advice })];
    }
    if (points.length > MOST_MARKS) {
      return [leftOut(`the marking points after the first ${MOST_MARKS}`, at, context)];
    }
    const message = "The model answer lists no points: it is marked as a whole";
    return points.length > 0
      ? []
      : [found("no-marks", at, message, { question, severity: "warning" })];
  };
  return {
    fields: { kind: "open", modelAnswer: text, marks: marks.map((mark) => ({ text: mark })) },
    places: [["modelAnswer", at]],
    found: filled(),
    lesson: "",
    explanation: text,
  };
}
