/** What was answered to one question: which options were chosen, and what wrong kubectl lines got wrong. */
import { groupBy } from "@/lib/domain/progress/group-by";
import { LEAST_STUDENTS, pointBiserial } from "@/lib/domain/quizzes/item-analysis";

/** What was wrong with a kubectl line; `field` null for the whole line. */
export type LineFinding = { code: string; field: string | null };

/** `isRight` in the variant that was asked: parameters may make the same words wrong in another. */
export type OfferedOption = { text: string; isRight: boolean; isPicked: boolean };

/** The answer of one student's first attempt. */
export type AnsweredItem = {
  /** Points of the whole attempt. */
  total: number;
  /** Empty for questions without options. */
  options: readonly OfferedOption[];
  /** A kubectl line that was not right, with what was found on it. */
  wrongLine: { text: string; findings: readonly LineFinding[] } | null;
};

/** `pointBiserial` null where it says nothing, such as of what nobody chose. */
export type ChoiceCount = {
  text: string;
  isRight: boolean;
  count: number;
  pointBiserial: number | null;
};
/** Wrong lines that got the same things wrong. */
export type LineCluster = { findings: LineFinding[]; count: number; examples: string[] };

export type QuestionAnswers = { choices: ChoiceCount[]; clusters: LineCluster[] };

const EXAMPLES = 3;

/** Null below `LEAST_STUDENTS` answers. */
export function analyseAnswers(answers: readonly AnsweredItem[]): QuestionAnswers | null {
  if (answers.length < LEAST_STUDENTS) return null;
  return { choices: choicesOf(answers), clusters: clustersOf(answers) };
}

function choicesOf(answers: readonly AnsweredItem[]): ChoiceCount[] {
  const totals = answers.map(({ total }) => total);
  const offered = answers.flatMap(({ options }) => options);
  return [...groupBy(offered, ({ text, isRight }) => JSON.stringify({ text, isRight })).values()]
    .flatMap(([option]) => option ?? [])
    .map(({ text, isRight }) => {
      const chosen = answers.map(({ options }) =>
        options.some((one) => one.isPicked && one.text === text && one.isRight === isRight),
      );
      const count = chosen.filter(Boolean).length;
      return { text, isRight, count, pointBiserial: pointBiserial(chosen, totals) };
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function clustersOf(answers: readonly AnsweredItem[]): LineCluster[] {
  const lines = answers.flatMap(({ wrongLine }) => (wrongLine ? [wrongLine] : []));
  return [...groupBy(lines, ({ findings }) => JSON.stringify(sameOrder(findings)))]
    .map(([key, group]) => ({
      findings: JSON.parse(key) as LineFinding[],
      count: group.length,
      examples: mostGiven(group.map(({ text }) => text)),
    }))
    .sort((a, b) => b.count - a.count);
}

/** Each once, whatever came first on the line. */
function sameOrder(findings: readonly LineFinding[]): LineFinding[] {
  const keys = new Set(findings.map(({ code, field }) => JSON.stringify({ code, field })));
  return [...keys].sort().map((key) => JSON.parse(key) as LineFinding);
}

const mostGiven = (texts: readonly string[]): string[] =>
  [...groupBy(texts, (text) => text)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, EXAMPLES)
    .map(([text]) => text);
