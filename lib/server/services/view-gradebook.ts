import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass, canSeeStudents } from "@/lib/domain/access/class-access";
import { gradeOfCells, type GradeColumn, type NamedCategory } from "@/lib/domain/quizzes/gradebook";
import type { GradebookQuery } from "@/lib/domain/quizzes/gradebook-input";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { requireClass } from "@/lib/server/classes/require-class";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { readGradebook, type StudentCells } from "@/lib/server/quizzes/read-gradebook";

export type GradedStudent = StudentCells & { percent: number | null };

export type GradebookView = {
  timeZone: string;
  mayRun: boolean;
  missingIsZero: boolean;
  categories: NamedCategory[];
  sections: { id: string; name: string }[];
  columns: (GradeColumn & {
    /** Mean share of those who are graded, 0 to 1; null without any. */
    meanShare: number | null;
    waiting: number;
  })[];
  meanPercent: number | null;
  students: GradedStudent[];
  /** Students like that, whatever the page. */
  found: number;
  page: number;
  pages: number;
};

const STUDENTS_PER_PAGE = 50;

/** The grades of a class, one page of its students at a time. */
export async function viewGradebook(
  actor: Actor,
  classId: string,
  query: GradebookQuery,
  now: Date,
): Promise<GradebookView> {
  const { row, place } = await requireClass(actor, classId, canSeeStudents);
  const [{ categories, columns, students }, sections] = await Promise.all([
    readGradebook(row, { userId: null, sees: "everything" }, now),
    listSections(database(), classId),
  ]);
  const { missingIsZero } = row;
  const graded = students
    .filter((student) => isLike(student, query))
    .map((student): GradedStudent => ({
      ...student,
      percent: gradeOfCells(categories, columns, student.cells, { missingIsZero }).percent,
    }));
  const pages = Math.max(1, Math.ceil(graded.length / STUDENTS_PER_PAGE));
  const page = Math.min(query.page, pages);
  return {
    timeZone: row.timeZone,
    mayRun: canRunClass(actor, place),
    missingIsZero,
    categories,
    sections,
    columns: columns.map((column, index) => ({ ...column, ...sumColumn(graded, index) })),
    meanPercent: meanOf(graded.flatMap(({ percent }) => percent ?? [])),
    students: inOrder(graded, query.sort).slice(
      (page - 1) * STUDENTS_PER_PAGE,
      page * STUDENTS_PER_PAGE,
    ),
    found: graded.length,
    page,
    pages,
  };
}

const isLike = (
  { name, email, studentNumber, sectionId }: StudentCells,
  { text, section }: GradebookQuery,
): boolean =>
  (section === null || section === sectionId) &&
  [name, email, studentNumber].some((part) => part?.toLowerCase().includes(text.toLowerCase()));

/** Those without a grade come last, whichever way. */
function inOrder(students: readonly GradedStudent[], sort: GradebookQuery["sort"]) {
  if (sort === "name") return [...students];
  const sign = sort === "grade" ? 1 : -1;
  const placeOf = ({ percent }: GradedStudent) =>
    percent === null ? Number.POSITIVE_INFINITY : sign * percent;
  return [...students].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function sumColumn(students: readonly GradedStudent[], index: number) {
  const cells = students.flatMap(({ cells }) => cells[index] ?? []);
  const shares = cells.flatMap(({ points, maxPoints }) =>
    points === null || maxPoints === 0 ? [] : points / maxPoints,
  );
  return {
    meanShare: meanOf(shares),
    waiting: cells.filter(({ standing }) => standing === "waiting").length,
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : toHundredths(values.reduce((sum, value) => sum + value, 0) / values.length);
