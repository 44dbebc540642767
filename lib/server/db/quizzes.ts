import type { Db } from "@/lib/server/db/client";
import type { Assignment, Quiz } from "@/lib/server/db/generated/client";

export type StoredAssignment = Assignment;
export type StoredQuiz = Quiz;

export const getAssignment = (db: Db, id: string): Promise<StoredAssignment> =>
  db.assignment.findUniqueOrThrow({ where: { id } });

export const findAssignment = (db: Db, id: string): Promise<StoredAssignment | null> =>
  db.assignment.findUnique({ where: { id } });

/** As it was saved; checked by whoever reads it. */
export async function getQuizContent(db: Db, quizId: string, version: number): Promise<unknown> {
  const row = await db.quizVersion.findUniqueOrThrow({
    where: { quizId_version: { quizId, version } },
    select: { content: true },
  });
  return row.content;
}

type NewQuiz = { id: string; ownerId: string; title: string; content: object; now: Date };

export const createQuiz = (db: Db, { id, ownerId, title, content, now }: NewQuiz) =>
  db.quiz.create({
    data: {
      id,
      ownerId,
      title,
      createdAt: now,
      updatedAt: now,
      versions: { create: { version: 1, content, createdAt: now } },
    },
    select: { id: true },
  });

export const getQuiz = (db: Db, id: string): Promise<StoredQuiz> =>
  db.quiz.findUniqueOrThrow({ where: { id } });

/** With whether the person instructs a class that it is assigned to. */
export async function findQuizFor(
  db: Db,
  id: string,
  userId: string,
): Promise<{ quiz: StoredQuiz; isInOwnClass: boolean } | null> {
  const row = await db.quiz.findUnique({
    where: { id },
    include: {
      assignments: {
        where: {
          class: { members: { some: { userId, removedAt: null, role: "instructor" } } },
        },
        take: 1,
        select: { id: true },
      },
    },
  });
  if (!row) return null;
  const { assignments, ...quiz } = row;
  return { quiz, isInOwnClass: assignments.length > 0 };
}

/** Somebody's own, newest change first; each with its content and how often it is assigned. */
export const listQuizzes = async (db: Db, ownerId: string) => {
  const rows = await db.quiz.findMany({
    where: { ownerId },
    orderBy: { updatedAt: "desc" },
    include: { _count: { select: { assignments: { where: { archivedAt: null } } } } },
  });
  const versions = await db.quizVersion.findMany({
    where: { OR: rows.map(({ id, currentVersion }) => ({ quizId: id, version: currentVersion })) },
  });
  const contents = new Map(versions.map(({ quizId, content }) => [quizId, content]));
  return rows.map(({ _count, ...quiz }) => ({
    quiz,
    content: contents.get(quiz.id),
    assignments: _count.assignments,
  }));
};

type NewVersion = { id: string; version: number; title: string; content: object; now: Date };

/** The next version. False when somebody has saved another one since `version`. */
export async function saveQuizVersion(
  db: Db,
  { id, version, title, content, now }: NewVersion,
): Promise<boolean> {
  const { count } = await db.quiz.updateMany({
    where: { id, currentVersion: version },
    data: { currentVersion: version + 1, title, updatedAt: now },
  });
  if (count === 0) return false;
  await db.quizVersion.create({
    data: { quizId: id, version: version + 1, content, createdAt: now },
  });
  return true;
}

export const setQuizArchived = (db: Db, id: string, archivedAt: Date | null) =>
  db.quiz.update({ where: { id }, data: { archivedAt }, select: { id: true } });

/** Of every assignment of a quiz: what it may ask, as its quiz now stands. */
export async function writeAssignmentQuestions(
  db: Db,
  quizId: string,
  questionIds: readonly string[],
): Promise<void> {
  const ids = [...questionIds];
  await db.$executeRaw`
    delete from "AssignmentQuestion" q using "Assignment" a
     where q."assignmentId" = a.id and a."quizId" = ${quizId}::uuid
       and q."questionId" <> all (${ids}::text[])`;
  await db.$executeRaw`
    insert into "AssignmentQuestion" ("assignmentId", "questionId")
    select a.id, listed.id from "Assignment" a cross join unnest(${ids}::text[]) as listed (id)
     where a."quizId" = ${quizId}::uuid
        on conflict do nothing`;
}

export type GivenQuiz = {
  assignmentId: string;
  classId: string;
  title: string;
  className: string;
  /** Attempts that are open, and students who have handed in. */
  working: number;
  handedIn: number;
};

/** Where a quiz is assigned and not archived. */
export const listWhereGiven = (db: Db, quizId: string): Promise<GivenQuiz[]> =>
  db.$queryRaw<GivenQuiz[]>`
    select a.id as "assignmentId", c.id as "classId", a.title, c.name as "className",
           count(t.id) filter (where t.state = 'open')::int as working,
           count(distinct t."userId") filter (where t.state = 'submitted')::int as "handedIn"
      from "Assignment" a
      join "Class" c on c.id = a."classId" and c."archivedAt" is null
      left join "Attempt" t on t."assignmentId" = a.id
     where a."quizId" = ${quizId}::uuid and a."archivedAt" is null
     group by a.id, c.id order by c.name, a."dueAt", a.id`;
