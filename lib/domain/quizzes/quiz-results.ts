/**
 * What first attempts say about the questions of a quiz and about the quiz as a whole.
 * Questions drawn from pools have been asked only of some: each is compared with the rest
 * of the totals of those who had it, and only a quiz that asked everybody the same has a
 * reliability.
 */
import { groupBy } from "@/lib/domain/progress/group-by";
import {
  analyseItems,
  LEAST_STUDENTS,
  pointBiserial,
  type ItemStatistics,
} from "@/lib/domain/quizzes/item-analysis";

/** What was wrong with a kubectl line; `field` null for the whole line. */
export type LineFinding = { code: string; field: string | null };

export type ResultItem = {
  questionId: string;
  /** Points that were had. */
  points: number;
  /** Points that could be had. */
  most: number;
  /** Texts of the options that were picked. */
  choices: readonly string[];
  /** A kubectl line that was not right, with what was found on it. */
  wrongLine: { text: string; findings: readonly LineFinding[] } | null;
};

/** One student's first attempt, fully marked. */
export type StudentItems = readonly ResultItem[];

export type ChoiceCount = { text: string; count: number; pointBiserial: number | null };
/** Wrong lines that got the same things wrong. */
export type LineCluster = { findings: LineFinding[]; count: number; examples: string[] };

export type QuestionResults = {
  questionId: string;
  answers: number;
  /** Null below `LEAST_STUDENTS` answers. */
  figures: (ItemStatistics & { choices: ChoiceCount[]; clusters: LineCluster[] }) | null;
};

export type QuizResults = {
  students: number;
  questions: QuestionResults[];
  /** Null below `LEAST_STUDENTS`, or when not everybody was asked the same. In points. */
  whole: {
    mean: number;
    deviation: number;
    alpha: number | null;
    standardError: number | null;
  } | null;
  isSameForAll: boolean;
  /** Students by tenth of the most points; 100 % is in the last. Null below `LEAST_STUDENTS`. */
  distribution: number[] | null;
};

const EXAMPLES = 3;
const TENTHS = 10;

export function analyseQuiz(
  students: readonly StudentItems[],
  questionIds: readonly string[],
): QuizResults {
  const isEnough = students.length >= LEAST_STUDENTS;
  const isSameForAll = students.every(
    (items) =>
      items.length === questionIds.length &&
      questionIds.every((id) => items.some(({ questionId }) => questionId === id)),
  );
  return {
    students: students.length,
    questions: questionIds.map((id) => questionResults(id, students)),
    whole: isEnough && isSameForAll ? wholeOf(students, questionIds) : null,
    isSameForAll,
    distribution: isEnough ? distributionOf(students) : null,
  };
}

function wholeOf(students: readonly StudentItems[], questionIds: readonly string[]) {
  const marks = students.map((items) =>
    questionIds.map((id) => items.find(({ questionId }) => questionId === id)?.points ?? 0),
  );
  const most = questionIds.map(
    (id) => students[0]?.find(({ questionId }) => questionId === id)?.most ?? 1,
  );
  const found = analyseItems(marks, most);
  if (!found) return null;
  const { meanTotal: mean, deviationTotal: deviation, alpha, standardError } = found;
  return { mean, deviation, alpha, standardError };
}

function questionResults(id: string, students: readonly StudentItems[]): QuestionResults {
  const asked = students.flatMap((items) => {
    const item = items.find(({ questionId }) => questionId === id);
    return item ? [{ item, total: totalOf(items) }] : [];
  });
  const [first] = asked;
  if (!first || asked.length < LEAST_STUDENTS) {
    return { questionId: id, answers: asked.length, figures: null };
  }
  // The rest of the total as a second item: its correlation with the first is what is wanted.
  const [statistics] =
    analyseItems(
      asked.map(({ item, total }) => [item.points, total - item.points]),
      [first.item.most, 1],
    )?.items ?? [];
  if (!statistics) throw new Error(`No statistics of ${asked.length} answers`);
  const figures = { ...statistics, choices: choicesOf(asked), clusters: clustersOf(asked) };
  return { questionId: id, answers: asked.length, figures };
}

type Asked = { item: ResultItem; total: number };

function choicesOf(asked: readonly Asked[]): ChoiceCount[] {
  const totals = asked.map(({ total }) => total);
  const texts = [...new Set(asked.flatMap(({ item }) => item.choices))];
  return texts
    .map((text) => {
      const chosen = asked.map(({ item }) => item.choices.includes(text));
      const count = chosen.filter(Boolean).length;
      return { text, count, pointBiserial: pointBiserial(chosen, totals) };
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function clustersOf(asked: readonly Asked[]): LineCluster[] {
  const lines = asked.flatMap(({ item }) => (item.wrongLine ? [item.wrongLine] : []));
  return [...groupBy(lines, ({ findings }) => JSON.stringify(sameOrder(findings)))]
    .map(([key, group]) => ({
      findings: JSON.parse(key) as LineFinding[],
      count: group.length,
      examples: [...new Set(group.map(({ text }) => text))].slice(0, EXAMPLES),
    }))
    .sort((a, b) => b.count - a.count);
}

/** Each once, whatever came first on the line. */
function sameOrder(findings: readonly LineFinding[]): LineFinding[] {
  const keys = new Set(findings.map(({ code, field }) => JSON.stringify({ code, field })));
  return [...keys].sort().map((key) => JSON.parse(key) as LineFinding);
}

function distributionOf(students: readonly StudentItems[]): number[] {
  const counts = Array.from({ length: TENTHS }, () => 0);
  for (const items of students) {
    const most = items.reduce((sum, item) => sum + item.most, 0);
    const share = most === 0 ? 0 : totalOf(items) / most;
    const tenth = Math.max(0, Math.min(TENTHS - 1, Math.floor(share * TENTHS + 1e-9)));
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts;
}

const totalOf = (items: StudentItems): number => items.reduce((sum, { points }) => sum + points, 0);
