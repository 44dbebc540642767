/**
 * Writing grades. Each transaction says first who changes them and why: triggers copy
 * that into the audit, and refuse a change without a cause.
 */
import type { Accommodation, AssignmentDates } from "@/lib/domain/quizzes/attempt-window";
import type { ItemMark } from "@/lib/domain/quizzes/score-attempts";
import type { Db } from "@/lib/server/db/client";

export type GradeCause = {
  /** Null when the service does it by itself. */
  actorId: string | null;
  cause:
    | "submitted"
    | "deadline"
    | "marked"
    | "override"
    | "regrade"
    | "regrade-undone"
    | "appeal"
    | "appeal-undone"
    | "excused"
    | "homework"
    | "dates-changed"
    | "accommodation"
    | "account-deleted";
  reason: string | null;
};

/** Until the end of the transaction, changes of grades are said to be for this. */
export const setGradeCause = (db: Db, { actorId, cause, reason }: GradeCause) =>
  db.$queryRaw`
    select set_config('reconcile.actor', ${actorId ?? ""}, true),
           set_config('reconcile.cause', ${cause}, true),
           set_config('reconcile.reason', ${reason ?? ""}, true)`;

export type NewItemGrade = {
  userId: string;
  attemptId: string;
  position: number;
  gradedVersion: number;
  outcome: string;
  score: number | null;
  points: number;
  /** Points that a ruling on the question gives instead. */
  override: number | null;
  overrideReason: string | null;
  graded: object;
  gradedAt: Date;
};

/** In one statement: a class hands in at once. */
export const createItemGrades = (db: Db, grades: readonly NewItemGrade[]) =>
  db.$executeRaw`
    insert into "ItemGrade"
           ("userId", "attemptId", position, "gradedVersion", outcome, score, points,
            override, "overrideReason", graded, "gradedAt")
    select g."userId", g."attemptId", g.position, g."gradedVersion", g.outcome, g.score, g.points,
           g.override, g."overrideReason", g.graded, g."gradedAt"
      from json_populate_recordset(null::"ItemGrade", ${JSON.stringify(grades)}::json) g`;

/** What the grade of an assignment follows from, but for the attempts. */
export type GradingRules = {
  classId: string;
  dates: AssignmentDates;
  latePolicy: unknown;
  counts: string;
  isReleased: boolean;
  /** What it is called, and where. */
  title: string;
  className: string;
};

type GradingRow = AssignmentDates &
  Pick<GradingRules, "classId" | "latePolicy" | "counts" | "title" | "className"> & {
    releasedAt: Date | null;
  };

export async function getGradingRules(db: Db, assignmentId: string): Promise<GradingRules> {
  const rows = await db.$queryRaw<GradingRow[]>`
    select a."classId", a."opensAt", a."dueAt", a."closesAt", a."timeLimitSeconds",
           a."attemptsAllowed", a."latePolicy", a.counts, a."releasedAt", a.title,
           k."timeZone", k.name as "className"
      from "Assignment" a join "Class" k on k.id = a."classId"
     where a.id = ${assignmentId}::uuid and a."quizId" is not null`;
  const row = rows[0];
  if (!row) throw new Error(`There is no quiz at assignment ${assignmentId}`);
  const { classId, latePolicy, counts, releasedAt, title, className, ...dates } = row;
  return {
    classId,
    dates,
    latePolicy,
    counts,
    isReleased: releasedAt !== null,
    title,
    className,
  };
}

/** Of the members of a class, or of some of them, by id. */
export async function listAccommodations(
  db: Db,
  classId: string,
  userIds: readonly string[] | null,
): Promise<Map<string, Accommodation>> {
  const rows = await db.$queryRaw<({ userId: string } & Accommodation)[]>`
    select "userId", "timeMultiplier", "extraDays", "extraAttempts" from "Member"
     where "classId" = ${classId}::uuid and "removedAt" is null
       and (${userIds === null} or "userId" = any (${userIds ?? []}::uuid[]))`;
  return new Map(rows.map(({ userId, ...grant }) => [userId, grant]));
}

export type MarkedAttempt = {
  userId: string;
  id: string;
  number: number;
  startedAt: Date;
  submittedAt: Date;
  /** By position. */
  items: (ItemMark & { position: number })[];
};

type MarkedRow = Omit<MarkedAttempt, "items"> & {
  items: [position: number, points: number, score: number | null, override: number | null][] | null;
};

/** The submitted attempts at an assignment, of everyone or of some, each with its marks. */
export async function listMarkedAttempts(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
): Promise<MarkedAttempt[]> {
  const rows = await db.$queryRaw<MarkedRow[]>`
    select a."userId", a.id, a.number, a."startedAt", a."submittedAt",
           (select json_agg(json_build_array(g.position, g.points, g.score, g.override) order by g.position)
              from "ItemGrade" g
             where g."userId" = a."userId" and g."attemptId" = a.id) as items
      from "Attempt" a
     where a."assignmentId" = ${assignmentId}::uuid and a.state = 'submitted'
       and (${userIds === null} or a."userId" = any (${userIds ?? []}::uuid[]))`;
  return rows.map(({ items, ...attempt }) => ({
    ...attempt,
    items: (items ?? []).map(([position, points, score, override]) => ({
      position,
      points,
      score,
      override,
    })),
  }));
}

export type AssignmentMark = {
  userId: string;
  points: number | null;
  maxPoints: number;
  latePercent: number;
};

/**
 * Whoever says grades of these students anew waits here for others who do: what is read of
 * their marks after this is the newest. Students whose first grade it is have no row yet.
 */
export async function lockAssignmentGrades(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
): Promise<void> {
  await db.$queryRaw`
    select 1 as locked from "AssignmentGrade"
     where "assignmentId" = ${assignmentId}::uuid
       and (${userIds === null} or "userId" = any (${userIds ?? []}::uuid[]))
     order by "userId" for update`;
}

/**
 * What was given by hand or excused stays: only the computed part is replaced, and only
 * where it differs. Returns whose grade there was already and is another now, but for those
 * who have just handed in.
 */
export async function saveAssignmentGrades(
  db: Db,
  assignmentId: string,
  marks: readonly AssignmentMark[],
  now: Date,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string; isOther: boolean }[]>`
    with given as (
      select m."userId", m.points, m."maxPoints", m."latePercent",
             g."userId" is not null and not g.excused and coalesce(g.override, m.points) is distinct from coalesce(g.override, g.points)
               and current_setting('reconcile.cause', true) not in ('submitted', 'deadline') as "isOther"
        from json_populate_recordset(null::"AssignmentGrade", ${JSON.stringify(marks)}::json) m
        left join "AssignmentGrade" g
          on g."assignmentId" = ${assignmentId}::uuid and g."userId" = m."userId"),
    saved as (
      insert into "AssignmentGrade" as g
             ("userId", "assignmentId", points, "maxPoints", "latePercent", "updatedAt")
      select n."userId", ${assignmentId}::uuid, n.points, n."maxPoints", n."latePercent", ${now}
        from given n
          on conflict ("userId", "assignmentId") do update
         set points = excluded.points, "maxPoints" = excluded."maxPoints",
             "latePercent" = excluded."latePercent", "updatedAt" = excluded."updatedAt"
       where (g.points, g."maxPoints", g."latePercent")
             is distinct from (excluded.points, excluded."maxPoints", excluded."latePercent")
      returning g."userId")
    select n."userId", n."isOther" from given n join saved s on s."userId" = n."userId"`;
  return rows.flatMap(({ userId, isOther }) => (isOther ? [userId] : []));
}
