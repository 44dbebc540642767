/**
 * Questions that somebody must not meet in study now: those of the assignments that are
 * open for them as a student, and those that they were asked in attempts at these, or in
 * one that is open still.
 */
import type { Withheld } from "@/lib/domain/access/question-access";
import { databasePool, type Db } from "@/lib/server/db/client";

/** An assignment's closing for one member, in days of the class. */
const closingFor = (assignment: string, member: string, group: string): string =>
  `((coalesce(${assignment}."closesAt", ${assignment}."dueAt") at time zone ${group}."timeZone")
    + make_interval(days => ${member}."extraDays")) at time zone ${group}."timeZone"`;

/**
 * Their ids with spaces between, null without any: a part of a larger statement. `user`
 * and `now` are expressions of it.
 */
export const withheldIds = (user: string, now: string): string => `
  (with given as (
     select a.id
       from "Member" m
       join "Class" k on k.id = m."classId" and k."archivedAt" is null
       join "Assignment" a on a."classId" = m."classId" and a.kind = 'quiz'
        and a."publishedAt" is not null and a."archivedAt" is null
        and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds"))
        and a."opensAt" <= ${now} and ${now} < ${closingFor("a", "m", "k")}
      where m."userId" = ${user} and m.role = 'student' and m."removedAt" is null)
   select string_agg(w."questionId", ' ')
     from (select q."questionId" from given join "AssignmentQuestion" q on q."assignmentId" = given.id
           union
           select p."questionId"
             from "Attempt" t
             join "AttemptAnswer" p on p."userId" = t."userId" and p."attemptId" = t.id
            where t."userId" = ${user}
              and (t.state = 'open' or t."assignmentId" in (select id from given))) w)`;

export const toWithheld = (ids: string | null): Withheld => new Set(ids?.split(" ") ?? []);

const WITHHELD = `select ${withheldIds("$1::uuid", "$2::timestamptz")} as ids`;

/** What one person must not meet in study now. */
export async function findWithheld(db: Db, userId: string, now: Date): Promise<Withheld> {
  const rows = await db.$queryRawUnsafe<{ ids: string | null }[]>(WITHHELD, userId, now);
  return toWithheld(rows[0]?.ids ?? null);
}

/** Those of these questions that some class has in an open assignment: visitors are nobody, or anybody. */
export async function findWithheldFromVisitors(
  questionIds: readonly string[],
  now: Date,
): Promise<Withheld> {
  const { rows } = await databasePool().query<{ questionId: string }>({
    name: "withheld-from-visitors",
    text: `select distinct q."questionId"
             from "AssignmentQuestion" q
             join "Assignment" a on a.id = q."assignmentId"
             join "Class" k on k.id = a."classId" and k."archivedAt" is null
            where q."questionId" = any ($1) and a."publishedAt" is not null
              and a."archivedAt" is null and a."opensAt" <= $2::timestamptz
              and exists (select 1 from "Member" m
                           where m."classId" = a."classId" and m.role = 'student'
                             and m."removedAt" is null
                             and $2::timestamptz < ${closingFor("a", "m", "k")})`,
    values: [questionIds, now],
  });
  return new Set(rows.map(({ questionId }) => questionId));
}
