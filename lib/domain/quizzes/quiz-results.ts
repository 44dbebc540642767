/**
 * What first attempts say about the questions of a quiz and about the quiz as a whole.
 * Questions drawn from pools have been asked only of some: each is compared with the rest
 * of the totals of those who had it, and only a quiz that asked everybody the same has a
 * reliability.
 */
import {
  itemStatistics,
  LEAST_STUDENTS,
  reliabilityOf,
  type ItemStatistics,
  type Reliability,
} from "@/lib/domain/quizzes/item-analysis";
import type { MarkTable, QuestionColumn } from "@/lib/domain/quizzes/mark-table";
import { mean, variance } from "@/lib/domain/quizzes/sample-statistics";

export type QuestionResults = {
  questionId: string;
  answers: number;
  most: number;
  /** Null below `LEAST_STUDENTS` answers. */
  figures: ItemStatistics | null;
};

export type QuizResults = {
  students: number;
  questions: QuestionResults[];
  /** In points. Null below `LEAST_STUDENTS`, or when not everybody was asked the same. */
  whole: (Reliability & { mean: number; deviation: number; most: number }) | null;
  isSameForAll: boolean;
  /** Students by tenth of the most points; 100 % is in the last. Null below `LEAST_STUDENTS`. */
  distribution: number[] | null;
  /** Null below `LEAST_STUDENTS`. */
  bands: ScoreBand[] | null;
};

export type ScoreBand = {
  name: string;
  /** 0 to 1: from here up to the next band. */ from: number;
  count: number;
};

const TENTHS = 10;

/** Usual words for shares of the points; the highest first. */
const BANDS = [
  { name: "Very good", from: 0.9 },
  { name: "Good", from: 0.75 },
  { name: "Enough", from: 0.6 },
  { name: "Weak", from: 0.4 },
  { name: "Very weak", from: 0 },
] as const;

/** Questions in this order; of those that nobody was asked there is nothing. */
export function analyseQuiz(table: MarkTable, questionIds: readonly string[]): QuizResults {
  const students = table.totals.length;
  const isEnough = students >= LEAST_STUDENTS;
  const columns = questionIds.map((id) => ({ id, column: table.columns.get(id) ?? NOBODY }));
  const isSameForAll = columns.every(({ column }) => column.marks.length === students);
  const shares = isEnough ? sharesOf(table) : null;
  return {
    students,
    questions: columns.map(({ id, column }) => questionResults(id, column, table)),
    whole:
      isEnough && isSameForAll
        ? wholeOf(
            columns.map(({ column }) => column),
            table,
          )
        : null,
    isSameForAll,
    distribution: shares && distributionOf(shares),
    bands: shares && bandsOf(shares),
  };
}

const NOBODY: QuestionColumn = { most: 0, marks: [], students: [] };

function questionResults(
  questionId: string,
  { most, marks, students }: QuestionColumn,
  { totals }: MarkTable,
): QuestionResults {
  const own = students.map((student) => totals[student] ?? 0);
  const figures = marks.length < LEAST_STUDENTS ? null : itemStatistics(marks, own, most);
  return { questionId, answers: marks.length, most, figures };
}

/** Everybody was asked the same, so that the students of all columns are in the same order. */
function wholeOf(columns: readonly QuestionColumn[], { totals }: MarkTable): QuizResults["whole"] {
  return {
    mean: mean(totals),
    deviation: Math.sqrt(variance(totals)),
    most: columns.reduce((sum, { most }) => sum + most, 0),
    ...reliabilityOf(
      columns.map(({ marks }) => marks),
      totals,
    ),
  };
}

/** Sums of decimal points, such as 0.1, must not fall short of a border by a trace. */
const TRACE = 1e-9;

const sharesOf = ({ totals, mosts }: MarkTable): number[] =>
  totals.map((total, student) => {
    const most = mosts[student] ?? 0;
    return most === 0 ? 0 : total / most + TRACE;
  });

function distributionOf(shares: readonly number[]): number[] {
  const counts = Array.from({ length: TENTHS }, () => 0);
  for (const share of shares) {
    const tenth = Math.max(0, Math.min(TENTHS - 1, Math.floor(share * TENTHS)));
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts;
}

const bandsOf = (shares: readonly number[]): ScoreBand[] =>
  BANDS.map(({ name, from }, index) => {
    const below = BANDS[index - 1]?.from ?? Number.POSITIVE_INFINITY;
    const isLowest = index === BANDS.length - 1;
    return {
      name,
      from,
      count: shares.filter((share) => (share >= from || isLowest) && share < below).length,
    };
  });
