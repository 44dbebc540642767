import type { Actor } from "@/lib/domain/access/actor";
import { canSeeStudents } from "@/lib/domain/access/class-access";
import type { HelpRule } from "@/lib/domain/classes/needs-help";
import { groupBy } from "@/lib/domain/progress/group-by";
import { requireClass } from "@/lib/server/classes/require-class";
import { catalogueFor, catalogueOfClass } from "@/lib/server/content/catalogue";
import { listActivity } from "@/lib/server/db/class-activity";
import { listDomainMarks } from "@/lib/server/db/domain-marks";
import {
  curriculumDomains,
  questionDomains,
  recallByDomain,
  type CurriculumDomain,
} from "@/lib/server/quizzes/domains-of-class";
import { readGradebook } from "@/lib/server/quizzes/read-gradebook";
import { studentsInNeed, type StudentInNeed } from "@/lib/server/quizzes/students-in-need";

export type DomainCell = {
  /** Share of the points in quizzes, 0 to 1, and of how many answers; null without any. */
  share: number | null;
  answers: number;
  /** Expected recall of what is studied, 0 to 1; null where it is not shared. */
  recall: number | null;
};

export type ClassProgress = {
  rule: HelpRule;
  inNeed: StudentInNeed[];
  students: number;
  /** How many let the class see their study. */
  sharing: number;
  /** Those of which anything is known. */
  domains: CurriculumDomain[];
  /** Of all students together, by domain. */
  whole: DomainCell[];
  rows: { userId: string; name: string; section: string | null; cells: DomainCell[] }[];
  page: number;
  pages: number;
};

const ROWS_PER_PAGE = 50;
const NONE: DomainCell = { share: null, answers: 0, recall: null };

/** Who of a class needs help and why, and what its students know of each domain. */
export async function viewClassProgress(
  actor: Actor,
  classId: string,
  query: { rule: HelpRule; page: number },
  now: Date,
): Promise<ClassProgress> {
  const { row } = await requireClass(actor, classId, canSeeStudents);
  const catalogue = await catalogueFor(actor.id);
  const questions = questionDomains(catalogue);
  const [gradebook, activity, marks] = await Promise.all([
    readGradebook(row, { userId: null, sees: "everything" }, now),
    listActivity(classId, null),
    listDomainMarks({ classId, userId: null, assignmentIds: null, questions }),
  ]);
  const { students } = gradebook;
  const pages = Math.max(1, Math.ceil(students.length / ROWS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const shown = students.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const sharing = [...activity.values()].filter(({ sharesStudy }) => sharesStudy);
  const recall = await recallByDomain(
    // Of what they can study: a bank that is not shared with them is nothing they forget.
    await catalogueOfClass(classId),
    shown.map(({ userId }) => userId).filter((id) => activity.get(id)?.sharesStudy),
    now,
  );
  const byPerson = groupBy(marks, ({ userId }) => userId);
  const byDomain = groupBy(marks, ({ domain }) => domain);
  const isStudied = (id: string) => [...recall.values()].some((own) => (own.get(id) ?? 0) > 0);
  const domains = curriculumDomains(catalogue).filter(
    ({ id }) => byDomain.has(id) || isStudied(id),
  );
  return {
    rule: query.rule,
    inNeed: studentsInNeed(
      { gradebook, missingIsZero: row.missingIsZero, activity },
      query.rule,
      now,
    ),
    students: students.length,
    sharing: sharing.length,
    domains,
    whole: domains.map(({ id }) => ({ ...NONE, ...sumOf(byDomain.get(id) ?? []) })),
    rows: shown.map(({ userId, name, section }) => ({
      userId,
      name,
      section,
      cells: domains.map(({ id }) => ({
        ...sumOf((byPerson.get(userId) ?? []).filter(({ domain }) => domain === id)),
        recall: recall.get(userId)?.get(id) ?? null,
      })),
    })),
    page,
    pages,
  };
}

/** The part of it that the first page of a class shows. */
export async function viewStudentsInNeed(
  actor: Actor,
  classId: string,
  rule: HelpRule,
  now: Date,
): Promise<{ inNeed: StudentInNeed[]; students: number }> {
  const { row } = await requireClass(actor, classId, canSeeStudents);
  const [gradebook, activity] = await Promise.all([
    readGradebook(row, { userId: null, sees: "everything" }, now),
    listActivity(classId, null),
  ]);
  const { missingIsZero } = row;
  return {
    inNeed: studentsInNeed({ gradebook, missingIsZero, activity }, rule, now),
    students: gradebook.students.length,
  };
}

function sumOf(marks: readonly { answers: number; points: number; most: number }[]) {
  const total = (pick: (mark: (typeof marks)[number]) => number) =>
    marks.reduce((sum, mark) => sum + pick(mark), 0);
  const most = total((mark) => mark.most);
  return {
    answers: total(({ answers }) => answers),
    share: most === 0 ? null : total(({ points }) => points) / most,
  };
}
