import type { Actor } from "@/lib/domain/access/actor";
import { canSeeStudents } from "@/lib/domain/access/class-access";
import type { Standing } from "@/lib/domain/quizzes/final-grade";
import {
  gradeOfCells,
  weightPercents,
  type GradeCell,
  type GradeColumn,
  type NamedCategory,
} from "@/lib/domain/quizzes/gradebook";
import type { Cell } from "@/lib/domain/spreadsheets/cell";
import { requireClass } from "@/lib/server/classes/require-class";
import { fileDate, type Download } from "@/lib/server/download";
import { readGradebook } from "@/lib/server/quizzes/read-gradebook";
import { csvFile } from "@/lib/server/spreadsheets/csv-file";
import { workbook } from "@/lib/server/spreadsheets/workbook";

/** Every student of a class with their grades. */
export async function exportGradebook(
  actor: Actor,
  classId: string,
  format: "csv" | "xlsx",
  now: Date,
): Promise<Download> {
  const rows = await gradeRows(actor, classId, now);
  const name = `grades-${fileDate(now)}.${format}`;
  if (format === "csv") return csvFile(name, rows);
  return {
    name,
    pieces: (async function* () {
      yield await Promise.resolve(workbook("Grades", rows));
    })(),
  };
}

async function gradeRows(actor: Actor, classId: string, now: Date): Promise<Cell[][]> {
  const { row } = await requireClass(actor, classId, canSeeStudents);
  const book = await readGradebook(row, { userId: null, sees: "everything" }, now);
  const { categories, columns, students } = book;
  const { missingIsZero } = row;
  return [
    [
      "name",
      "email",
      "student number",
      "section",
      "grade in percent",
      ...columns.map((column) => titleOf(column, categories)),
    ],
    ...students.map(({ name, email, studentNumber, section, cells }) => [
      name,
      email,
      studentNumber,
      section,
      gradeOfCells(categories, columns, cells, { missingIsZero }).percent,
      ...cells.map(cellOf),
    ]),
  ];
}

/** "Pods (Quizzes, 40 %), of 10" */
function titleOf(
  { title, categoryId, maxPoints }: GradeColumn,
  categories: readonly NamedCategory[],
): string {
  const category = categories.find(({ id }) => id === categoryId);
  const percent = Math.round(weightPercents(categories).get(categoryId ?? "") ?? 0);
  const place = category ? ` (${category.name}, ${percent} %)` : "";
  return `${title}${place}, of ${maxPoints}`;
}

const WORDS: Record<Standing, string | null> = {
  graded: null,
  waiting: "not graded yet",
  open: null,
  overdue: "overdue",
  missing: "missing",
  excused: "excused",
  "not-given": null,
};

const cellOf = ({ points, standing }: GradeCell): Cell => points ?? WORDS[standing];
