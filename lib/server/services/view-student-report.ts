import { validate as isUuid } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import {
  canAttempt,
  canSeeClass,
  canSeeStudents,
  type ClassPlace,
} from "@/lib/domain/access/class-access";
import type { GradeCell, GradeColumn, NamedCategory } from "@/lib/domain/quizzes/gradebook";
import { noSuchMember, requireClass } from "@/lib/server/classes/require-class";
import { catalogueFor, catalogueOfClass } from "@/lib/server/content/catalogue";
import { listActivity } from "@/lib/server/db/class-activity";
import { listDomainMarks } from "@/lib/server/db/domain-marks";
import { listReportAttempts, type ReportAttempt } from "@/lib/server/db/report-attempts";
import {
  curriculumDomains,
  questionDomains,
  recallByDomain,
  type CurriculumDomain,
} from "@/lib/server/quizzes/domains-of-class";
import { readGradebook, type StudentCells } from "@/lib/server/quizzes/read-gradebook";

export type GradesOfStudent = {
  timeZone: string;
  missingIsZero: boolean;
  categories: NamedCategory[];
  columns: GradeColumn[];
  cells: GradeCell[];
};

/** A student's own grades, as far as they are released. */
export async function viewOwnGrades(
  actor: Actor,
  classId: string,
  now: Date,
): Promise<GradesOfStudent> {
  const { row } = await requireClass(actor, classId, canAttempt);
  const { student: _student, ...grades } = await gradesOf(row, actor.id, "what-is-shown", now);
  return grades;
}

export type StudentReport = GradesOfStudent & {
  student: Pick<StudentCells, "userId" | "name" | "studentNumber" | "section">;
  className: string;
  isOwn: boolean;
  attempts: (Omit<ReportAttempt, "submittedAt"> & { title: string; submittedAt: string })[];
  /** Those of which anything is known. */
  domains: (CurriculumDomain & {
    share: number | null;
    answers: number;
    /** Null where study is not shared with the reader. */
    recall: number | null;
  })[];
};

/**
 * What a class knows of one student: for its staff, and for the student, to whom only that
 * is said which has been released.
 */
export async function viewStudentReport(
  actor: Actor,
  { classId, userId }: { classId: string; userId: string },
  now: Date,
): Promise<StudentReport> {
  const { row, place } = await requireClass(actor, classId, canSeeClass);
  if (!isUuid(userId) || !maySee(actor, place, userId)) throw noSuchMember();
  const isOwn = actor.id === userId;
  const sees = isOwn ? "what-is-shown" : "everything";
  const { student, ...grades } = await gradesOf(row, userId, sees, now);
  const ids = grades.columns.map(({ id }) => id);
  // Of what is not shown to the student neither are its points, nor what they say of domains.
  const shown = isOwn ? ids.filter((_, index) => grades.cells[index]?.standing === "graded") : ids;
  const [attempts, domains] = await Promise.all([
    listReportAttempts(userId, ids),
    domainsOf(actor, { classId, userId, isOwn, assignmentIds: shown }, now),
  ]);
  const { name, studentNumber, section } = student;
  return {
    ...grades,
    student: { userId, name, studentNumber, section },
    className: row.name,
    isOwn,
    attempts: attempts.map((attempt) => ({
      ...attempt,
      title: grades.columns.find(({ id }) => id === attempt.assignmentId)?.title ?? "",
      submittedAt: attempt.submittedAt.toISOString(),
      points: shown.includes(attempt.assignmentId) ? attempt.points : null,
    })),
    domains,
  };
}

const maySee = (actor: Actor, place: ClassPlace, userId: string): boolean =>
  canSeeStudents(actor, place) || (canAttempt(actor, place) && actor.id === userId);

async function gradesOf(
  row: { id: string; timeZone: string; missingIsZero: boolean },
  userId: string,
  sees: "everything" | "what-is-shown",
  now: Date,
): Promise<GradesOfStudent & { student: StudentCells }> {
  const { categories, columns, students } = await readGradebook(row, { userId, sees }, now);
  const [student] = students;
  if (!student) throw noSuchMember();
  const { timeZone, missingIsZero } = row;
  const isGiven = (_: unknown, index: number) => student.cells[index]?.standing !== "not-given";
  return {
    timeZone,
    missingIsZero,
    categories,
    columns: columns.filter(isGiven),
    cells: student.cells.filter(isGiven),
    student,
  };
}

type DomainsQuery = { classId: string; userId: string; isOwn: boolean; assignmentIds: string[] };

async function domainsOf(actor: Actor, query: DomainsQuery, now: Date) {
  const { classId, userId, isOwn, assignmentIds } = query;
  const catalogue = await catalogueFor(actor.id);
  const questions = questionDomains(catalogue);
  const [marks, activity] = await Promise.all([
    listDomainMarks({ classId, userId, assignmentIds, questions }),
    listActivity(classId, userId),
  ]);
  const isShared = isOwn || activity.get(userId)?.sharesStudy === true;
  const studied = await catalogueOfClass(classId);
  const recall = await recallByDomain(studied, isShared ? [userId] : [], now);
  const all = curriculumDomains(catalogue).map((domain) => {
    const mark = marks.find((one) => one.domain === domain.id);
    return {
      ...domain,
      answers: mark?.answers ?? 0,
      share: mark && mark.most > 0 ? mark.points / mark.most : null,
      recall: recall.get(userId)?.get(domain.id) ?? null,
    };
  });
  return all.filter(({ answers, recall: recalled }) => answers > 0 || (recalled ?? 0) > 0);
}
