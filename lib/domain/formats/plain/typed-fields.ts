/** The fields of answers that are typed: texts, numbers, and blanks within a text. */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import {
  isSilent,
  leftOut,
  lessonOf,
  noFeedback,
  partialCredit,
  theAnswer,
  WRONG,
  type BodyFields,
  type Context,
} from "@/lib/domain/formats/plain/filled-in";
import type {
  PlainAnswer,
  PlainBlank,
  PlainBody,
  PlainNumber,
} from "@/lib/domain/formats/plain/plain-question";
import { ANYTHING, hasWildcard, unescapePattern } from "@/lib/domain/formats/plain/typed-pattern";
import type { Fields } from "@/lib/domain/formats/question-fields";

type BodyOf<T extends PlainBody["type"]> = Extract<PlainBody, { type: T }>;

type Typed = {
  right: PlainAnswer[];
  near: PlainAnswer[];
  fields: { accepted: string[]; near?: Fields[] };
  found: Found[];
};

/** What is accepted, and the wrong answers that are known. */
function typedAnswers(answers: readonly PlainAnswer[], context: Context): Typed {
  const right = answers.filter(({ weight }) => weight >= 100);
  const wrong = answers.filter(({ weight }) => weight < 100);
  const near = wrong.filter(({ text }) => !hasWildcard(text));
  const whys = near.map(({ text, feedback }) => ({
    text: unescapePattern(text),
    why: feedback.text || WRONG,
  }));
  return {
    right,
    near,
    fields: {
      accepted: right.map(({ text }) => unescapePattern(text)),
      ...(near.length === 0 ? {} : { near: whys }),
    },
    found: [
      ...right.filter(({ text }) => hasWildcard(text)).map((answer) => wildcard(answer, context)),
      ...wrong
        .filter((answer) => hasWildcard(answer.text) && !isSaidAnyway(answer))
        .map(({ text, at }) => leftOut(`what is said to “${text}”`, at, context)),
      ...near.filter(({ weight }) => weight > 0).map((answer) => partialCredit(answer, context)),
    ],
  };
}

/** That any other answer is wrong goes without saying. */
const isSaidAnyway = (answer: PlainAnswer): boolean =>
  answer.text === ANYTHING && answer.weight === 0 && isSilent(answer);

const wildcard = ({ text, at }: PlainAnswer, { question }: Context): Found =>
  found("wildcard", at, `The * of “${text.slice(0, 60)}” stands for any text in Moodle`, {
    question,
  });

export function shortFields(
  { caseSensitive, answers }: BodyOf<"short">,
  context: Context,
): BodyFields {
  const { right, near, fields, found: problems } = typedAnswers(answers, context);
  return {
    fields: { kind: "short", ...fields, ...(caseSensitive ? { caseSensitive } : {}) },
    places: [...placesIn("accepted", right), ...placesIn("near", near)],
    found: [...noFeedback(near.filter(isSilent).length, near.length, context), ...problems],
    lesson: lessonOf(right),
    explanation: theAnswer(fields.accepted[0] ?? ""),
  };
}

const placesIn = (field: string, answers: readonly { at: number }[]): [string, number][] =>
  answers.map(({ at }, index) => [`${field}/${index}`, at]);

export function numberFields({ answers, unit }: BodyOf<"number">, context: Context): BodyFields {
  const [right, ...more] = answers.filter(({ weight }) => weight >= 100);
  const wrong = answers.filter(({ weight }) => weight < 100);
  const near = wrong.filter((miss) => !right || !isWithin(miss, right));
  return {
    fields: {
      kind: "number",
      answer: right && {
        value: right.value,
        ...(right.tolerance > 0 ? { tolerance: right.tolerance } : {}),
      },
      ...(unit === "" ? {} : { unit }),
      ...(near.length === 0
        ? {}
        : { near: near.map(({ value, feedback }) => ({ value, why: feedback.text || WRONG })) }),
    },
    places: [["answer", right?.at ?? context.at], ...placesIn("near", near)],
    found: [
      ...noFeedback(near.filter(isSilent).length, near.length, context),
      ...more.slice(0, 1).map((second) => twoRight(second, context)),
      ...near.filter(({ weight }) => weight > 0).map((miss) => partialCredit(miss, context)),
      ...wrong.flatMap((miss) => lostWith(miss, near.includes(miss), context)),
    ],
    lesson: right ? lessonOf([right]) : "",
    explanation: theAnswer([String(right?.value ?? ""), unit].join(" ").trim()),
  };
}

function twoRight(second: PlainNumber, { question }: Context): Found {
  const advice = "Ask for one of them, or give one a tolerance that takes in both.";
  return found("two-right", second.at, "Two numbers are right", { question, advice });
}

const isWithin = ({ value }: PlainNumber, right: PlainNumber): boolean =>
  Math.abs(value - right.value) <= right.tolerance;

function lostWith(miss: PlainNumber, isKept: boolean, context: Context): Found[] {
  if (!isKept) {
    return [leftOut(`${miss.weight} % for numbers around the right one`, miss.at, context)];
  }
  return miss.tolerance > 0
    ? [leftOut(`the tolerance of the wrong number ${miss.value}`, miss.at, context)]
    : [];
}

export function blanksFields(
  { language, text, blanks }: BodyOf<"blanks">,
  context: Context,
): BodyFields {
  const read = blanks.map((blank) => ({ blank, ...typedAnswers(blank.answers, context) }));
  const whyOf = ({ right, fields }: Typed): string =>
    lessonOf(right) || theAnswer(fields.accepted[0] ?? "");
  const silent = read.filter(({ right }) => lessonOf(right) === "");
  return {
    fields: {
      kind: "blanks",
      language,
      text: text.text,
      blanks: Object.fromEntries(
        read.map(({ blank, ...typed }) => [
          blank.name,
          { ...typed.fields, ...mannerOf(blank), why: whyOf(typed) },
        ]),
      ),
    },
    places: [
      ["text", text.at],
      ...read.flatMap(({ blank: { name, at }, right, near }): [string, number][] => [
        [`blanks/${name}`, at],
        ...placesIn(`blanks/${name}/accepted`, right),
        ...placesIn(`blanks/${name}/near`, near),
      ]),
    ],
    found: [
      ...noFeedback(silent.length, read.length, context),
      ...read.flatMap((each) => each.found),
    ],
    lesson: "",
    explanation: theAnswer(read.map(({ fields }) => fields.accepted[0] ?? "").join("; ")),
  };
}

const mannerOf = ({ isPicked, caseSensitive, answers }: PlainBlank): Fields => ({
  ...(caseSensitive ? { caseSensitive } : {}),
  ...(isPicked ? { choices: answers.map(({ text }) => unescapePattern(text)) } : {}),
});
