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

/**
 * Null when there is no such assignment of a quiz or the person is not a member of its
 * class. `lock` makes starts of one person wait for each other.
 */
export async function findAssignmentForMember(
  db: Db,
  assignmentId: string,
  userId: string,
  { lock = false } = {},
): Promise<AssignmentForMember | null> {
  if (lock) {
    await db.$queryRaw`
      select 1 from "Member" m join "Assignment" a on a."classId" = m."classId"
       where a.id = ${assignmentId}::uuid and m."userId" = ${userId}::uuid for update of m`;
  }
  const row = await db.assignment.findUnique({
    where: { id: assignmentId, kind: "quiz" },
    include: {
      class: { include: { members: { where: { userId, removedAt: null } } } },
      quiz: {
        select: { ownerId: true, currentVersion: true, versions: { orderBy: { version: "desc" } } },
      },
    },
  });
  const member = row?.class.members[0];
  const version = row?.quiz?.versions.find((one) => one.version === row.quiz?.currentVersion);
  if (!row?.quiz || !member || !version) return null;
  const { class: group, quiz, ...assignment } = row;
  const { timeMultiplier, extraDays, extraAttempts, role, sectionId } = member;
  return {
    assignment,
    class: { timeZone: group.timeZone, archivedAt: group.archivedAt },
    quiz: { ownerId: quiz.ownerId, version: version.version, content: version.content },
    place: { role, sectionId },
    accommodation: { timeMultiplier, extraDays, extraAttempts },
  };
}

export const findAttempt = (db: Db, key: AttemptKey): Promise<StoredAttempt | null> =>
  db.attempt.findUnique({ where: byKey(key) });

/** Waits for saves that are under way; those that come later find it as it is after the transaction. */
export async function lockAttempt(db: Db, key: AttemptKey): Promise<StoredAttempt | null> {
  await db.$queryRaw`
    select 1 from "Attempt" where "userId" = ${key.userId}::uuid and id = ${key.id}::uuid for update`;
  return findAttempt(db, key);
}

/** In order of number. */
export const listAttempts = (
  db: Db,
  assignmentId: string,
  userId: string,
): Promise<StoredAttempt[]> =>
  db.attempt.findMany({ where: { assignmentId, userId }, orderBy: { number: "asc" } });

/** In order of position. */
export const listAttemptAnswers = (db: Db, { userId, id }: AttemptKey): Promise<StoredAnswer[]> =>
  db.attemptAnswer.findMany({ where: { userId, attemptId: id }, orderBy: { position: "asc" } });

export type NewAttemptQuestion = Pick<
  StoredAnswer,
  "position" | "section" | "questionId" | "questionVersion" | "seed" | "points"
>;

export async function createAttempt(
  db: Db,
  attempt: Omit<StoredAttempt, "state" | "submittedAt" | "submittedBy">,
  questions: readonly NewAttemptQuestion[],
): Promise<void> {
  await db.attempt.create({ data: attempt });
  const { userId, id: attemptId } = attempt;
  await db.attemptAnswer.createMany({
    data: questions.map((question) => ({ userId, attemptId, ...question })),
  });
}

export const markSubmitted = (
  db: Db,
  key: AttemptKey,
  submitted: { submittedAt: Date; submittedBy: "learner" | "deadline" },
) =>
  db.attempt.update({
    where: byKey(key),
    data: { state: "submitted", ...submitted },
  });

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

export const createAttemptEvent = (db: Db, event: AttemptEvent) =>
  db.attemptEvent.create({ data: event });

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
