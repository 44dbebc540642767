/** The fields of a kind from a body that other programs know. */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import type {
  Placed,
  PlainAnswer,
  PlainBody,
  PlainNumber,
  PlainQuestion,
} from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";

export type BodyFields = {
  fields: Fields;
  /** Where parts of the fields stand, by their paths. */
  places: [string, number][];
  found: Found[];
  /** For a question without general feedback; "" where nothing can be said. */
  explanation: string;
};

type Context = { at: number; question: number };

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
    case "essay":
      return essayFields(body, feedback, context);
  }
}

const RIGHT = "This is right.";
const WRONG = "This is not right.";

const theAnswer = (text: string): string => `The right answer: ${text}`;

function noFeedback(silent: number, all: number, { at, question }: Context): Found[] {
  if (silent === 0) return [];
  const message = `${silent} of ${all} answers do not say why they are right or wrong`;
  return [found("no-feedback", at, message, { question, severity: "warning" })];
}

const isSilent = ({ feedback }: { feedback: Placed }): boolean => feedback.text === "";

function choiceFields({ single, answers }: BodyOf<"choice">, context: Context): BodyFields {
  const isRight = ({ weight }: PlainAnswer): boolean => (single ? weight >= 100 : weight > 0);
  const right = answers.filter(isRight);
  const partial = single ? answers.filter(({ weight }) => weight > 0 && weight < 100) : [];
  const problems = noFeedback(answers.filter(isSilent).length, answers.length, context);
  problems.push(...partial.map((answer) => partialCredit(answer, context)));
  const [, second] = right;
  if (single && second) {
    const message = "Two answers are right, but only one can be chosen";
    problems.push(found("two-right", second.at, message, context));
  }
  return {
    fields: {
      kind: single ? "single" : "multiple",
      options: answers.map((answer) => ({
        text: answer.text,
        ...(isRight(answer) ? { correct: true } : {}),
        why: answer.feedback.text || (isRight(answer) ? RIGHT : WRONG),
      })),
    },
    places: answers.flatMap(({ at, feedback }, index): [string, number][] => [
      [`options/${index}`, at],
      [`options/${index}/why`, feedback.at || at],
    ]),
    found: problems,
    explanation: theAnswer(right.map(({ text }) => text).join("; ")),
  };
}

const partialCredit = (answer: PlainAnswer | PlainNumber, { question }: Context): Found =>
  found("partial-credit", answer.at, `An answer worth ${answer.weight} % counts as wrong here`, {
    question,
    severity: "warning",
  });

const trueFalseFields = ({ answer }: BodyOf<"true-false">, { at, question }: Context) => ({
  fields: { kind: "true-false", answer },
  places: [],
  found: [
    found(
      "needs-reasons",
      at,
      "A statement is asked with its reason here: guessing is a coin toss",
      {
        question,
      },
    ),
  ],
  explanation: theAnswer(answer ? "true" : "false"),
});

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
    explanation: theAnswer(own.map(({ left, right }) => `${left.text} – ${right.text}`).join("; ")),
  };
}

const orderFields = ({ items }: BodyOf<"order">): BodyFields => ({
  fields: { kind: "order", items: items.map(({ text }) => ({ text })) },
  places: items.map(({ at }, index): [string, number] => [`items/${index}`, at]),
  found: [],
  explanation: theAnswer(items.map(({ text }) => text).join(", then ")),
});

/** Moodle's "any other answer": feedback of no answer in particular. */
const ANYTHING = "*";

function shortFields({ caseSensitive, answers }: BodyOf<"short">, context: Context): BodyFields {
  const accepted = answers.filter(({ weight }) => weight >= 100);
  const near = answers.filter(({ text, weight }) => weight < 100 && text !== ANYTHING);
  const partial = near.filter(({ weight }) => weight > 0);
  return {
    fields: {
      kind: "short",
      accepted: accepted.map(({ text }) => text),
      ...(caseSensitive ? { caseSensitive } : {}),
      ...(near.length === 0
        ? {}
        : { near: near.map(({ text, feedback }) => ({ text, why: feedback.text || WRONG })) }),
    },
    places: [
      ...accepted.map(({ at }, index): [string, number] => [`accepted/${index}`, at]),
      ...near.map(({ at }, index): [string, number] => [`near/${index}`, at]),
    ],
    found: [
      ...noFeedback(near.filter(isSilent).length, near.length, context),
      ...partial.map((answer) => partialCredit(answer, context)),
    ],
    explanation: theAnswer(accepted[0]?.text ?? ""),
  };
}

function numberFields({ answers }: BodyOf<"number">, context: Context): BodyFields {
  const [right, second] = answers.filter(({ weight }) => weight >= 100);
  const near = answers.filter(({ weight }) => weight < 100);
  const problems = noFeedback(near.filter(isSilent).length, near.length, context);
  problems.push(
    ...near.filter(({ weight }) => weight > 0).map((miss) => partialCredit(miss, context)),
  );
  if (second) {
    const advice = "Ask for one of them, or give one a tolerance that takes in both.";
    problems.push(found("two-right", second.at, "Two numbers are right", { ...context, advice }));
  }
  return {
    fields: {
      kind: "number",
      answer: right && {
        value: right.value,
        ...(right.tolerance > 0 ? { tolerance: right.tolerance } : {}),
      },
      ...(near.length === 0
        ? {}
        : { near: near.map(({ value, feedback }) => ({ value, why: feedback.text || WRONG })) }),
    },
    places: [
      ["answer", right?.at ?? context.at],
      ...near.map(({ at }, index): [string, number] => [`near/${index}`, at]),
    ],
    found: problems,
    explanation: theAnswer(String(right?.value ?? "")),
  };
}

const MOST_MARKS = 20;

function essayFields({ model }: BodyOf<"essay">, feedback: Placed, context: Context): BodyFields {
  const text = model.text || feedback.text;
  const points = [...text.matchAll(/^\s*(?:[-*+]|\d+[.)])\s+(\S.*)$/gmu)].map(([, point]) => point);
  const marks =
    points.length > 0 ? points.slice(0, MOST_MARKS) : ["Says what the model answer says."];
  return {
    fields: { kind: "open", modelAnswer: text, marks: marks.map((mark) => ({ text: mark })) },
    places: [["modelAnswer", model.at || context.at]],
    found:
      text === ""
        ? [
            found("no-explanation", context.at, "An open question needs a model answer", {
              ...context,
              advice: "Give it as general feedback, or as the information for graders in Moodle.",
            }),
          ]
        : [],
    explanation: text,
  };
}
