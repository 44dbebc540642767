/**
 * Saves one answer of an open attempt in one statement: the session, the deadline and
 * the revision are checked where the row is written. The attempt is locked against being
 * submitted meanwhile, so that nothing changes once it is.
 */
import { databasePool } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";

export type AnswerToSave = {
  attemptId: string;
  position: number;
  revision: number;
  answer: object | null;
  flagged: boolean;
  spentMs: number;
  now: Date;
  /** Saves that arrive before it are in time. */
  graceMs: number;
  eventId: string;
  address: string;
  agent: string | null;
  session: string | null;
};

export type SaveOutcome = {
  /** The session is good. */
  isSignedIn: boolean;
  attempt: { state: string; deadlineAt: Date | null } | null;
  /** The new revision; null when nothing was saved. */
  saved: number | null;
  /** What was there before; null when there is no such question. */
  stored: { revision: number; answer: unknown; flagged: boolean } | null;
};

// $1, $2: the session; $3 attempt, $4 position, $5 revision it was made on, $6 answer, $7 flagged,
// $8 time spent, $9 now, $10 grace in milliseconds, $11 event, $12 address, $13 agent, $14 session.
const SAVE = `
  with person as (
    select id from "User" where id = $1 and "sessionVersion" = $2 and "disabledAt" is null),
  attempt as (
    select a."userId", a.id, a.state, a."deadlineAt"
      from "Attempt" a join person on person.id = a."userId"
     where a.id = $3
       for share of a),
  saved as (
    update "AttemptAnswer" w
       set answer = $6::jsonb, flagged = $7, revision = w.revision + 1, "savedAt" = $9,
           "spentMs" = least(w."spentMs" + $8, 2000000000)
      from attempt a
     where w."userId" = a."userId" and w."attemptId" = a.id and w.position = $4
       and w.revision = $5 and a.state = 'open'
       and (a."deadlineAt" is null
            or $9::timestamptz <= a."deadlineAt" + $10::int * interval '1 millisecond')
    returning w.revision),
  event as (
    insert into "AttemptEvent" ("userId", "attemptId", id, at, kind, address, agent, session, detail)
    select $1, $3, $11, $9, 'saved', $12, $13, $14,
           jsonb_build_object('position', $4::int, 'revision', saved.revision)
      from saved)
  select exists (select 1 from person) as "isSignedIn",
         (select json_build_object('state', state, 'deadlineAt', "deadlineAt") from attempt) as attempt,
         (select revision from saved) as saved,
         (select json_build_object('revision', s.revision, 'answer', s.answer, 'flagged', s.flagged)
            from "AttemptAnswer" s join attempt a on s."userId" = a."userId" and s."attemptId" = a.id
           where s.position = $4) as stored`;

type Row = Omit<SaveOutcome, "attempt"> & {
  attempt: { state: string; deadlineAt: string | null } | null;
};

export async function saveAttemptAnswer(
  claims: SessionClaims,
  answer: AnswerToSave,
): Promise<SaveOutcome> {
  const { rows } = await databasePool().query<Row>({
    name: "save-attempt-answer",
    text: SAVE,
    values: [
      claims.userId,
      claims.sessionVersion,
      answer.attemptId,
      answer.position,
      answer.revision,
      answer.answer && JSON.stringify(answer.answer),
      answer.flagged,
      answer.spentMs,
      answer.now,
      answer.graceMs,
      answer.eventId,
      answer.address,
      answer.agent,
      answer.session,
    ],
  });
  const row = rows[0];
  if (!row) throw new Error("A select without from returned no row");
  return {
    ...row,
    attempt: row.attempt && {
      state: row.attempt.state,
      deadlineAt: row.attempt.deadlineAt === null ? null : new Date(row.attempt.deadlineAt),
    },
  };
}
