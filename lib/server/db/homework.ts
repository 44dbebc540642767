/** Study as homework: who has it, what they answered in its time, and what is final. */
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { databasePool, type Db } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { toStudySettings } from "@/lib/server/db/study-settings";

type HomeworkStudent = Accommodation & {
  userId: string;
  name: string;
  section: string | null;
  /** In force. */
  settings: StudySettings;
  /** Null while it is not final. */
  result: { reached: number; wanted: number } | null;
  grade: { points: number | null; excused: boolean; override: number | null } | null;
};

/** The students that study work is given to, or those of them; by name. */
export async function listHomeworkStudents(
  db: Db,
  { id, classId, sectionIds }: StoredAssignment,
  userIds: readonly string[] | null,
): Promise<HomeworkStudent[]> {
  const members = await db.member.findMany({
    where: {
      classId,
      role: "student",
      removedAt: null,
      ...(sectionIds.length === 0 ? {} : { sectionId: { in: sectionIds } }),
      ...(userIds ? { userId: { in: [...userIds] } } : {}),
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    include: { user: { select: { name: true, settingsVersion: true } } },
  });
  const ids = members.map(({ userId }) => userId);
  const [settings, results, grades, sections] = await Promise.all([
    findSettingsInForce(
      db,
      members.map(({ userId, user }) => ({ userId, version: user.settingsVersion })),
    ),
    db.homeworkResult.findMany({ where: { assignmentId: id, userId: { in: ids } } }),
    db.assignmentGrade.findMany({ where: { assignmentId: id, userId: { in: ids } } }),
    db.section.findMany({ where: { classId } }),
  ]);
  const [resultOf, gradeOf] = [byUser(results), byUser(grades)];
  const names = new Map(sections.map((section) => [section.id, section.name]));
  return members.flatMap(({ userId, sectionId, user, ...member }) => {
    const own = settings.get(userId);
    if (!own) return [];
    const { timeMultiplier, extraDays, extraAttempts } = member;
    return {
      userId,
      name: user.name,
      section: names.get(sectionId ?? "") ?? null,
      timeMultiplier,
      extraDays,
      extraAttempts,
      settings: own,
      result: resultOf.get(userId) ?? null,
      grade: gradeOf.get(userId) ?? null,
    };
  });
}

const byUser = <Row extends { userId: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.userId, row]));

async function findSettingsInForce(
  db: Db,
  versions: readonly { userId: string; version: number }[],
): Promise<Map<string, StudySettings>> {
  const rows = await db.studySettings.findMany({ where: { OR: [...versions] } });
  return new Map(rows.map((row) => [row.userId, toStudySettings(row)]));
}

export type AnsweredQuarter = {
  userId: string;
  /** The quarter of an hour it was answered in: days start at none else in any time zone. */
  at: Date;
  answers: number;
  /** Of the settings that the answers were given under. */
  timeZone: string;
  dayStartHour: number;
};

type CountedTime = { userId: string; dueAt: Date; /** Later ones do not count. */ arrivedBy: Date };

/**
 * Answers of study from `opensAt` to each student's due time, to these questions or to all:
 * not practice, not what a quiz or an import has put into the log, nothing taken back.
 */
export async function countStudyAnswers(
  opensAt: Date,
  times: readonly CountedTime[],
  questionIds: readonly string[] | null,
): Promise<AnsweredQuarter[]> {
  const { rows } = await databasePool().query<AnsweredQuarter>(
    `select r."userId", date_bin('15 minutes', r."reviewedAt", timestamptz 'epoch') as at,
            count(*)::int as answers, s."timeZone", s."dayStartHour"
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as t("userId", "dueAt", "arrivedBy")
       join "Review" r on r."userId" = t."userId" and r."reviewedAt" >= $4
        and r."reviewedAt" < t."dueAt" and r."recordedAt" <= t."arrivedBy"
        and r.purpose = 'study' and r."undoneAt" is null
        and ($5::text[] is null or r."questionId" = any ($5))
       join "StudySettings" s on s."userId" = r."userId" and s.version = r."settingsVersion"
      group by 1, 2, 4, 5`,
    [
      times.map(({ userId }) => userId),
      times.map(({ dueAt }) => dueAt),
      times.map(({ arrivedBy }) => arrivedBy),
      opensAt,
      questionIds === null ? null : [...questionIds],
    ],
  );
  return rows;
}

export type MemoryRow = {
  userId: string;
  questionId: string;
  stability: number;
  lastReviewAt: Date;
};

/** What these people remember of these questions. */
export const listMemoriesOf = (
  db: Db,
  userIds: readonly string[],
  questionIds: readonly string[],
): Promise<MemoryRow[]> =>
  db.card.findMany({
    where: { userId: { in: [...userIds] }, questionId: { in: [...questionIds] } },
    select: { userId: true, questionId: true, stability: true, lastReviewAt: true },
  });

/** Questions that each person has answered, or done something else to the card of, since then. */
export async function listTouchedSince(
  people: readonly { userId: string; since: Date }[],
): Promise<{ userId: string; questionId: string }[]> {
  const { rows } = await databasePool().query<{ userId: string; questionId: string }>(
    `select t."userId", x."questionId"
       from unnest($1::uuid[], $2::timestamptz[]) as t("userId", since)
      cross join lateral (
        select r."questionId" from "Review" r
         where r."userId" = t."userId" and r."reviewedAt" >= t.since
         union
        select e."questionId" from "CardEvent" e
         where e."userId" = t."userId" and e.at >= t.since) x`,
    [people.map(({ userId }) => userId), people.map(({ since }) => since)],
  );
  return rows;
}

type Result = { userId: string; reached: number; wanted: number };

/** Of students who have one already it stays. Returns those who had none. */
export async function addHomeworkResults(
  db: Db,
  assignmentId: string,
  results: readonly Result[],
  settledAt: Date,
): Promise<Set<string>> {
  const rows = await db.homeworkResult.createManyAndReturn({
    data: results.map((result) => ({ ...result, assignmentId, settledAt })),
    skipDuplicates: true,
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}

/** Returns whose they were. */
export async function removeHomeworkResults(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
): Promise<string[]> {
  const where = { assignmentId, ...(userIds ? { userId: { in: [...userIds] } } : {}) };
  const rows = await db.homeworkResult.findMany({ where, select: { userId: true } });
  await db.homeworkResult.deleteMany({ where });
  return rows.map(({ userId }) => userId);
}

/** The credit of these is open again; what was given by hand or excused stays. */
export const clearCredit = (
  db: Db,
  assignmentId: string,
  userIds: readonly string[],
  now: Date,
): Promise<unknown> =>
  db.assignmentGrade.updateMany({
    where: { assignmentId, userId: { in: [...userIds] }, points: { not: null } },
    data: { points: null, updatedAt: now },
  });

export const countHomeworkResults = (db: Db, assignmentId: string): Promise<number> =>
  db.homeworkResult.count({ where: { assignmentId } });

/** Study work of a class in which the person has a result. */
export async function listSettledHomework(
  db: Db,
  { classId, userId }: { classId: string; userId: string },
): Promise<StoredAssignment[]> {
  return db.assignment.findMany({ where: { classId, homework: { some: { userId } } } });
}

/** Published study work that was due before `dueBefore`, and that some student has no result of yet. */
export async function listUnsettledHomework(dueBefore: Date): Promise<string[]> {
  const { rows } = await databasePool().query<{ id: string }>(
    `select a.id from "Assignment" a
      where a.kind = 'study' and a."publishedAt" is not null and a."archivedAt" is null
        and a."dueAt" < $1
        and exists (select 1 from "Member" m
                     where m."classId" = a."classId" and m.role = 'student' and m."removedAt" is null
                       and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds"))
                       and a."dueAt" + make_interval(days => m."extraDays" - 1) < $1
                       and not exists (select 1 from "HomeworkResult" h
                                        where h."assignmentId" = a.id and h."userId" = m."userId"))
      order by a.id`,
    [dueBefore],
  );
  return rows.map(({ id }) => id);
}

/** Published study work that somebody may still work on. */
export async function listOpenHomework(now: Date): Promise<string[]> {
  const { rows } = await databasePool().query<{ id: string }>(
    `select a.id from "Assignment" a join "Class" k on k.id = a."classId" and k."archivedAt" is null
      where a.kind = 'study' and a."publishedAt" is not null and a."archivedAt" is null
        and a."opensAt" <= $1
        and a."dueAt" + make_interval(days => 1 + coalesce((select max(m."extraDays") from "Member" m
              where m."classId" = a."classId" and m."removedAt" is null), 0)) > $1
      order by a.id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
