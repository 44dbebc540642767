/** The fields of options to choose from, and of a verdict. */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import {
  isSilent,
  noFeedback,
  partialCredit,
  RIGHT,
  theAnswer,
  WRONG,
  type BodyFields,
  type Context,
} from "@/lib/domain/formats/plain/filled-in";
import {
  placed,
  type PlainAnswer,
  type PlainBody,
} from "@/lib/domain/formats/plain/plain-question";

type BodyOf<T extends PlainBody["type"]> = Extract<PlainBody, { type: T }>;

export function choiceFields(body: BodyOf<"choice">, context: Context): BodyFields {
  const { single, answers } = body;
  const isRight = ({ weight }: PlainAnswer): boolean => (single ? weight >= 100 : weight > 0);
  const right = answers.filter(isRight);
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
    found: [
      ...noFeedback(answers.filter(isSilent).length, answers.length, context),
      ...(single ? oneRight(answers, right, context) : evenShares(answers, right, context)),
    ],
    lesson: "",
    explanation: theAnswer(right.map(({ text }) => text).join("; ")),
  };
}

function oneRight(
  answers: readonly PlainAnswer[],
  [, second]: readonly PlainAnswer[],
  context: Context,
): Found[] {
  const partial = answers.filter(({ weight }) => weight > 0 && weight < 100);
  const problems = partial.map((answer) => partialCredit(answer, context));
  if (second) {
    const message = "Two answers are right, but only one can be chosen";
    problems.push(found("two-right", second.at, message, context));
  }
  return problems;
}

/** Files give shares with up to seven decimals, or none. */
const SAME_SHARE = 1;

/** Here all right options together are worth the mark, and all wrong ones take it away. */
function evenShares(
  answers: readonly PlainAnswer[],
  right: readonly PlainAnswer[],
  { question }: Context,
): Found[] {
  const given = (answer: PlainAnswer): number => answer.weight;
  const even = (answer: PlainAnswer): number =>
    right.includes(answer) ? 100 / right.length : -100 / (answers.length - right.length);
  const other = answers.find((answer) => Math.abs(given(answer) - even(answer)) > SAME_SHARE);
  if (!other) return [];
  const [share, ours] = [other.weight, Math.round(even(other) * 100) / 100];
  const message = `This answer is worth ${share} % in the file and ${ours} % here`;
  return [found("other-shares", other.at, message, { question, severity: "warning" })];
}

/** Without reasons to choose from, the verdict is a choice of two, as it was. */
export function trueFalseFields(
  { answer, whenTrue, whenFalse }: BodyOf<"true-false">,
  context: Context,
): BodyFields {
  const verdict = (text: string, isRight: boolean, feedback = whenTrue): PlainAnswer => ({
    ...placed(text, feedback.at || context.at),
    weight: isRight ? 100 : 0,
    feedback,
  });
  const answers = [verdict("True", answer), verdict("False", !answer, whenFalse)];
  const message = "The verdict is asked as a choice between True and False, without a reason";
  const { question } = context;
  const body = choiceFields({ type: "choice", single: true, answers }, context);
  return {
    ...body,
    found: [
      found("no-reasons", context.at, message, { question, severity: "warning" }),
      ...body.found,
    ],
  };
}
