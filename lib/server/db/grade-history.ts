import type { Db } from "@/lib/server/db/client";

export type AuditRow = {
  at: Date;
  actorId: string | null;
  /** Null when nobody did it, or somebody whose account is gone. */
  actorName: string | null;
  subject: string;
  attemptId: string | null;
  position: number | null;
  before: object | null;
  after: object | null;
  cause: string;
  reason: string | null;
};

/** What the audit says of a student's marks at an assignment, newest first. */
export const listGradeHistory = (
  db: Db,
  { userId, assignmentId }: { userId: string; assignmentId: string },
  most: number,
): Promise<AuditRow[]> =>
  db.$queryRaw<AuditRow[]>`
    select e.at, e."actorId", u.name as "actorName", e.subject, e."attemptId", e.position,
           e.before, e.after, e.cause, e.reason
      from "GradeAudit" e left join "User" u on u.id = e."actorId"
     where e."userId" = ${userId}::uuid
       and (e."assignmentId" = ${assignmentId}::uuid
            or e."attemptId" in (select id from "Attempt"
                                  where "userId" = ${userId}::uuid and "assignmentId" = ${assignmentId}::uuid))
     order by e.id desc limit ${most}`;

export type StoredEvent = {
  at: Date;
  kind: string;
  address: string | null;
  agent: string | null;
};

/** What happened in an attempt, in its order. */
export const listAttemptEvents = (
  db: Db,
  { userId, id }: { userId: string; id: string },
): Promise<StoredEvent[]> =>
  db.attemptEvent.findMany({
    where: { userId, attemptId: id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { at: true, kind: true, address: true, agent: true },
  });
