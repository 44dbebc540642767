import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { databasePool, type Db } from "@/lib/server/db/client";
import type {
  Assignment,
  Attempt as AttemptRow,
  AttemptAnswer as AttemptAnswerRow,
} from "@/lib/server/db/generated/client";

export type StoredAttempt = AttemptRow;
export type StoredAnswer = AttemptAnswerRow;
export type AttemptKey = { userId: string; id: string };

const byKey = ({ userId, id }: AttemptKey) => ({ userId_id: { userId, id } });

/** What an assignment of a quiz is to one member of its class. */
export type AssignmentForMember = {
  assignment: Assignment;
  class: { timeZone: string; archivedAt: Date | null };
  /** `version` and `content` are the current ones. */
  quiz: { ownerId: string; version: number; content: unknown };
  place: { role: "student" | "assistant" | "instructor"; sectionId: string | null };
  accommodation: Accommodation;
};

type MemberRow = Omit<Assignment, "sectionIds"> & {
  sectionIds: string[] | null;
  timeZone: string;
  classArchivedAt: Date | null;
  ownerId: string;
  version: number;
  content: unknown;
  role: AssignmentForMember["place"]["role"];
  sectionId: string | null;
} & Accommodation;

/**
 * Null when there is no such assignment of a quiz or the person is not a member of its
 * class. `lock` makes starts of one person wait for each other, and for whoever takes the
 * assignment back at this moment. One statement: a class starts at once.
 */
export async function findAssignmentForMember(
  db: Db,
  assignmentId: string,
  userId: string,
  { lock = false } = {},
): Promise<AssignmentForMember | null> {
  const rows = await db.$queryRawUnsafe<MemberRow[]>(
    `select a.*, k."timeZone", k."archivedAt" as "classArchivedAt", q."ownerId", v.version, v.content,
            m.role, m."sectionId", m."timeMultiplier", m."extraDays", m."extraAttempts"
       from "Assignment" a
       join "Class" k on k.id = a."classId"
       join "Member" m on m."classId" = k.id and m."userId" = $2::uuid and m."removedAt" is null
       join "Quiz" q on q.id = a."quizId"
       join "QuizVersion" v on v."quizId" = q.id and v.version = q."currentVersion"
      where a.id = $1::uuid and a.kind = 'quiz'${lock ? " for update of m for key share of a" : ""}`,
    assignmentId,
    userId,
  );
  const row = rows[0];
  if (!row) return null;
  const { timeZone, classArchivedAt, ownerId, version, content, role, sectionId } = row;
  const { timeMultiplier, extraDays, extraAttempts, ...assignment } = row;
  return {
    assignment: { ...assignment, sectionIds: assignment.sectionIds ?? [] },
    class: { timeZone, archivedAt: classArchivedAt },
    quiz: { ownerId, version, content },
    place: { role, sectionId },
    accommodation: { timeMultiplier, extraDays, extraAttempts },
  };
}

export const findAttempt = (db: Db, key: AttemptKey): Promise<StoredAttempt | null> =>
  db.attempt.findUnique({ where: byKey(key) });

/** Waits for saves that are under way; those that come later find it as it is after the transaction. */
export async function lockAttempt(db: Db, key: AttemptKey): Promise<StoredAttempt | null> {
  const rows = await db.$queryRaw<StoredAttempt[]>`
    select * from "Attempt" where "userId" = ${key.userId}::uuid and id = ${key.id}::uuid for update`;
  return rows[0] ?? null;
}

/** In order of number. */
export const listAttempts = (
  db: Db,
  assignmentId: string,
  userId: string,
): Promise<StoredAttempt[]> =>
  db.$queryRaw<StoredAttempt[]>`
    select * from "Attempt"
     where "assignmentId" = ${assignmentId}::uuid and "userId" = ${userId}::uuid order by number`;

/** In order of position. */
export const listAttemptAnswers = (db: Db, { userId, id }: AttemptKey): Promise<StoredAnswer[]> =>
  db.$queryRaw<StoredAnswer[]>`
    select * from "AttemptAnswer"
     where "userId" = ${userId}::uuid and "attemptId" = ${id}::uuid order by position`;

export type NewAttemptQuestion = Pick<
  StoredAnswer,
  "position" | "section" | "questionId" | "questionVersion" | "seed" | "points"
>;

/** With its questions, in one statement. */
export async function createAttempt(
  db: Db,
  attempt: Omit<StoredAttempt, "state" | "submittedAt" | "submittedBy">,
  questions: readonly NewAttemptQuestion[],
): Promise<void> {
  const { userId, id, assignmentId, number, quizVersion, startedAt, deadlineAt } = attempt;
  await db.$executeRaw`
    with attempt as (
      insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", "startedAt", "deadlineAt")
      values (${userId}::uuid, ${id}::uuid, ${assignmentId}::uuid, ${number}, ${quizVersion},
              ${startedAt}, ${deadlineAt}))
    insert into "AttemptAnswer"
           ("userId", "attemptId", position, section, "questionId", "questionVersion", seed, points)
    select ${userId}::uuid, ${id}::uuid,
           q.position, q.section, q."questionId", q."questionVersion", q.seed, q.points
      from json_populate_recordset(null::"AttemptAnswer", ${JSON.stringify(questions)}::json) q`;
}

export const markSubmitted = (
  db: Db,
  { userId, id }: AttemptKey,
  { submittedAt, submittedBy }: { submittedAt: Date; submittedBy: "learner" | "deadline" },
) =>
  db.$executeRaw`
    update "Attempt"
       set state = 'submitted', "submittedAt" = ${submittedAt}, "submittedBy" = ${submittedBy}
     where "userId" = ${userId}::uuid and id = ${id}::uuid`;

export type AttemptEvent = {
  userId: string;
  attemptId: string;
  id: string;
  at: Date;
  kind: "started" | "resumed" | "submitted" | "deadline";
  address?: string | null;
  agent?: string | null;
  session?: string | null;
};

export const createAttemptEvent = (db: Db, event: AttemptEvent) => {
  const { userId, attemptId, id, at, kind, address = null, agent = null, session = null } = event;
  return db.$executeRaw`
    insert into "AttemptEvent" ("userId", "attemptId", id, at, kind, address, agent, session)
    values (${userId}::uuid, ${attemptId}::uuid, ${id}::uuid, ${at}, ${kind}, ${address}, ${agent},
            ${session}::uuid)`;
};

/** Questions that the person has answered, in study or in another attempt. */
export async function listSeenQuestions(db: Db, userId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ questionId: string }[]>`
    select "questionId" from "Card" where "userId" = ${userId}::uuid
    union
    select "questionId" from "AttemptAnswer" where "userId" = ${userId}::uuid and answer is not null`;
  return new Set(rows.map(({ questionId }) => questionId));
}

/**
 * Current versions by id, of questions that their banks have withdrawn too; of private banks only
 * those that the owner of the quiz may study.
 */
export async function listCurrentVersions(
  db: Db,
  questionIds: readonly string[],
  ownerId: string,
): Promise<Map<string, number>> {
  if (questionIds.length === 0) return new Map();
  const classes = { some: { class: { members: { some: { userId: ownerId, removedAt: null } } } } };
  const rows = await db.question.findMany({
    where: {
      id: { in: [...questionIds] },
      bank: { OR: [{ ownerId: null }, { ownerId }, { shares: classes }] },
    },
    select: { id: true, currentVersion: true },
  });
  return new Map(rows.map(({ id, currentVersion }) => [id, currentVersion]));
}

/** Open attempts whose time was over before `before`, oldest first. */
export async function listOverdueAttempts(before: Date, most: number): Promise<AttemptKey[]> {
  const { rows } = await databasePool().query<AttemptKey>(
    `select "userId", id from "Attempt"
      where state = 'open' and "deadlineAt" < $1 order by "deadlineAt" limit $2`,
    [before, most],
  );
  return rows;
}
