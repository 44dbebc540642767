/**
 * The marks of many attempts, kept as numbers alone: a quiz of 40 questions that ten thousand
 * have taken is two lists of 400,000. Filled attempt by attempt.
 */

export type QuestionColumn = {
  /** Points that could be had. */
  most: number;
  /** Points that were had, and by whom: places in the list of totals. Both in the same order. */
  marks: number[];
  students: number[];
};

export type MarkTable = {
  /** Points of each student in all, and the most that they could be. */
  totals: number[];
  mosts: number[];
  /** By id of question. */
  columns: Map<string, QuestionColumn>;
};

/** One attempt, fully marked: what was asked, in the order of both lists of points. */
export type AttemptMarks = {
  questionIds: readonly string[];
  points: readonly number[];
  mosts: readonly number[];
};

export const emptyMarkTable = (): MarkTable => ({ totals: [], mosts: [], columns: new Map() });

export function addAttempt(table: MarkTable, { questionIds, points, mosts }: AttemptMarks): void {
  const student = table.totals.length;
  let [total, most] = [0, 0];
  for (const [index, questionId] of questionIds.entries()) {
    const [mark, worth] = [points[index] ?? 0, mosts[index] ?? 0];
    total += mark;
    most += worth;
    const column = table.columns.get(questionId);
    if (column) {
      column.marks.push(mark);
      column.students.push(student);
    } else {
      table.columns.set(questionId, { most: worth, marks: [mark], students: [student] });
    }
  }
  table.totals.push(total);
  table.mosts.push(most);
}
