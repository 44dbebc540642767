/** Reading what a gradebook is made of, and keeping its categories. */
import type { NamedCategory } from "@/lib/domain/quizzes/gradebook";
import { databasePool, type Db } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";

/** In their order. */
export async function listCategories(db: Db, classId: string): Promise<NamedCategory[]> {
  return db.gradeCategory.findMany({
    where: { classId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, weight: true, dropLowest: true },
  });
}

type CategoryFields = Pick<NamedCategory, "name" | "weight" | "dropLowest">;

/** At the end. Throws a unique violation when the class has one of this name. */
export async function createCategory(
  db: Db,
  { id, classId, ...fields }: CategoryFields & { id: string; classId: string },
): Promise<void> {
  const last = await db.gradeCategory.aggregate({ where: { classId }, _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  await db.gradeCategory.create({ data: { id, classId, position, ...fields } });
}

type CategoryKey = { id: string; classId: string };

/** False when the class has no such category. */
export async function updateCategory(
  db: Db,
  { id, classId }: CategoryKey,
  fields: CategoryFields,
): Promise<boolean> {
  const { count } = await db.gradeCategory.updateMany({ where: { id, classId }, data: fields });
  return count === 1;
}

export const placeCategories = (db: Db, ids: readonly string[]) =>
  db.$executeRaw`
    update "GradeCategory" c set position = o.place
      from unnest(${[...ids]}::uuid[]) with ordinality o (id, place)
     where c.id = o.id`;

/** What was in it is in none. False when the class has no such category. */
export async function deleteCategory(db: Db, { id, classId }: CategoryKey): Promise<boolean> {
  await db.assignment.updateMany({
    where: { classId, categoryId: id },
    data: { categoryId: null },
  });
  const { count } = await db.gradeCategory.deleteMany({ where: { id, classId } });
  return count === 1;
}

/** Assignments of other classes stay where they are. */
export const placeAssignments = (
  db: Db,
  classId: string,
  places: readonly { id: string; categoryId: string | null }[],
) =>
  db.$executeRaw`
    update "Assignment" a set "categoryId" = p."categoryId"
      from json_populate_recordset(null::"Assignment", ${JSON.stringify(places)}::json) p
     where a.id = p.id and a."classId" = ${classId}::uuid`;

export const setMissingRule = (db: Db, id: string, missingIsZero: boolean) =>
  db.class.update({ where: { id }, data: { missingIsZero }, select: { id: true } });

export type GradedWork = StoredAssignment & {
  /** Of a quiz as it is now; null for study. */
  quizContent: unknown;
};

/** What a class has been given, by due time; archived and unpublished work is left out. */
export async function listGradedWork(db: Db, classId: string): Promise<GradedWork[]> {
  const rows = await db.assignment.findMany({
    where: { classId, archivedAt: null, publishedAt: { not: null } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    include: { quiz: { select: { id: true, currentVersion: true } } },
  });
  const wanted = rows.flatMap(({ quiz }) =>
    quiz ? [{ quizId: quiz.id, version: quiz.currentVersion }] : [],
  );
  const versions = await db.quizVersion.findMany({ where: { OR: wanted } });
  const contents = new Map(versions.map(({ quizId, content }) => [quizId, content]));
  return rows.map(({ quiz, ...row }) => ({
    ...row,
    quizContent: quiz ? contents.get(quiz.id) : null,
  }));
}

export type KeptGrade = {
  points: number | null;
  maxPoints: number;
  latePercent: number;
  override: number | null;
  overrideReason: string | null;
  excused: boolean;
};

export type StudentGrades = {
  userId: string;
  name: string;
  email: string;
  studentNumber: string | null;
  sectionId: string | null;
  section: string | null;
  extraDays: number;
  /** By assignment. */
  grades: Map<string, KeptGrade>;
  submitted: Set<string>;
  working: Set<string>;
};

type GradeTuple = [
  assignmentId: string,
  points: number | null,
  maxPoints: number,
  latePercent: number,
  override: number | null,
  overrideReason: string | null,
  excused: boolean,
];

type StudentRow = Omit<StudentGrades, "grades" | "submitted" | "working"> & {
  grades: GradeTuple[] | null;
  submitted: string[] | null;
  working: string[] | null;
};

const STUDENT_GRADES = `
  select m."userId", u.name, coalesce(u.email, '') as email, m."studentNumber", m."sectionId",
         s.name as section, m."extraDays", g.grades, t.submitted, t.working
    from "Member" m
    join "User" u on u.id = m."userId"
    left join "Section" s on s.id = m."sectionId"
    left join lateral (
      select json_agg(json_build_array(g."assignmentId", g.points, g."maxPoints", g."latePercent",
               g.override, g."overrideReason", g.excused)) as grades
        from "AssignmentGrade" g
       where g."userId" = m."userId" and g."assignmentId" = any ($2)) g on true
    left join (
      select t."userId",
             array_agg(distinct t."assignmentId") filter (where t.state = 'submitted') as submitted,
             array_agg(distinct t."assignmentId") filter (where t.state = 'open') as working
        from "Attempt" t
       where t."assignmentId" = any ($2) and ($3::uuid is null or t."userId" = $3)
       group by t."userId") t on t."userId" = m."userId"
   where m."classId" = $1 and m.role = 'student' and m."removedAt" is null
     and ($3::uuid is null or m."userId" = $3)
   order by lower(u.name), m."userId"`;

/** The students of a class, or one of them, by name, each with their grades at these assignments. */
export async function listStudentGrades(
  classId: string,
  assignmentIds: readonly string[],
  userId: string | null,
): Promise<StudentGrades[]> {
  const { rows } = await databasePool().query<StudentRow>(STUDENT_GRADES, [
    classId,
    [...assignmentIds],
    userId,
  ]);
  return rows.map(({ grades, submitted, working, ...person }) => ({
    ...person,
    grades: new Map((grades ?? []).map(toGrade)),
    submitted: new Set(submitted ?? []),
    working: new Set(working ?? []),
  }));
}

const toGrade = ([
  id,
  points,
  maxPoints,
  latePercent,
  override,
  overrideReason,
  excused,
]: GradeTuple): [string, KeptGrade] => [
  id,
  { points, maxPoints, latePercent, override, overrideReason, excused },
];
