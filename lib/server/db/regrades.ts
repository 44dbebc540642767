import type { Mark, RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import type { Db } from "@/lib/server/db/client";
import type { Regrade } from "@/lib/server/db/generated/client";

export type StoredRegrade = Regrade;

/** An acceptance, and its taking back, carry what they change through as a regrade does. */
export type RegradeCause = "regrade" | "appeal" | "appeal-undone";

/** A mark with what is needed to give it anew. */
export type MarkedItem = {
  userId: string;
  attemptId: string;
  position: number;
  section: number;
  questionId: string;
  questionVersion: number;
  seed: string;
  answer: unknown;
  gradedVersion: number;
  outcome: string;
  score: number | null;
  points: number;
  /** What it was worth when the attempt started. */
  askedPoints: number;
  graded: object;
  /** Somebody judged it by hand: a new key does not overrule them. */
  isMarkedByHand: boolean;
  /** Points given by hand, which stand above whatever the score is. */
  override: number | null;
  overrideReason: string | null;
};

/** Marks of submitted attempts at an assignment, all or of these questions. Open attempts are neither read nor locked. */
export const listMarkedItems = (
  db: Db,
  assignmentId: string,
  questionIds: readonly string[],
): Promise<MarkedItem[]> =>
  db.$queryRaw<MarkedItem[]>`
    select w."userId", w."attemptId", w.position, w.section, w."questionId", w."questionVersion",
           w.seed, w.answer, w.points as "askedPoints", g."gradedVersion", g.outcome, g.score,
           g.points, g.graded, g.marks is not null as "isMarkedByHand", g.override, g."overrideReason"
      from "Attempt" a
      join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
      join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                        and g.position = w.position
     where a."assignmentId" = ${assignmentId}::uuid and a.state = 'submitted'
       and w."questionId" = any (${[...questionIds]})`;

export type AskedQuestion = {
  questionId: string;
  /** The oldest version that a mark of it goes by. */
  oldestVersion: number;
  /** What marks of it are out of, by section. */
  worth: { section: number; points: number }[];
};

/** Questions that were asked in submitted attempts at an assignment. */
export const listAskedQuestions = (db: Db, assignmentId: string): Promise<AskedQuestion[]> =>
  db.$queryRaw<AskedQuestion[]>`
    select "questionId", min("oldestVersion") as "oldestVersion",
           json_agg(json_build_object('section', section, 'points', points)) as worth
      from (select w."questionId", w.section, g.points, min(g."gradedVersion")::int as "oldestVersion"
              from "Attempt" a
              join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
              join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                                and g.position = w.position
             where a."assignmentId" = ${assignmentId}::uuid and a.state = 'submitted'
             group by w."questionId", w.section, g.points) one
     group by "questionId" order by 1`;

/** `graded` is left out on both sides where only what it is worth changes. */
export type MarkState = Mark & { graded?: object };
export type MarkChange = {
  userId: string;
  attemptId: string;
  position: number;
  before: MarkState;
  after: MarkState;
};

export async function createRegrade(
  db: Db,
  regrade: {
    id: string;
    assignmentId: string;
    cause: RegradeCause;
    policy: RegradePolicy;
    reason: string;
    request: object;
    incomparable: number;
    createdById: string;
    createdAt: Date;
  },
  changes: readonly MarkChange[],
): Promise<void> {
  await db.regrade.create({ data: { ...regrade, state: "previewed" } });
  await addChanges(db, regrade.id, changes);
}

/** Other points of a large class's quiz change hundreds of thousands. */
const CHANGES_AT_ONCE = 10_000;

/** Of a mark that the regrade has changed already, the first change stays. */
export async function addChanges(
  db: Db,
  regradeId: string,
  changes: readonly MarkChange[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += CHANGES_AT_ONCE) {
    const some = JSON.stringify(changes.slice(from, from + CHANGES_AT_ONCE));
    await db.$executeRaw`
      insert into "RegradeChange" ("regradeId", "userId", "attemptId", position, before, after)
      select ${regradeId}::uuid, c."userId", c."attemptId", c.position, c.before, c.after
        from json_populate_recordset(null::"RegradeChange", ${some}::json) c
          on conflict do nothing`;
  }
}

export const listChanges = (db: Db, regradeId: string): Promise<MarkChange[]> =>
  db.$queryRaw<MarkChange[]>`
    select "userId", "attemptId", position, before, after from "RegradeChange"
     where "regradeId" = ${regradeId}::uuid order by "userId", "attemptId", position`;

/** The quiz of an assignment as it is today, and whose it is. */
export async function findQuizOfAssignment(
  db: Db,
  assignmentId: string,
): Promise<{ classId: string; ownerId: string; quizContent: unknown }> {
  const row = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { classId: true, quiz: { include: { versions: { orderBy: { version: "desc" } } } } },
  });
  const { quiz, classId } = row;
  const current = quiz?.versions.find(({ version }) => version === quiz.currentVersion);
  if (!quiz || !current) throw new Error(`Assignment ${assignmentId} has no quiz`);
  return { classId, ownerId: quiz.ownerId, quizContent: current.content };
}

/**
 * Those who hand in hold it together; whoever waits for it alone knows that all who come
 * later read what is committed by then. Until the end of the transaction.
 */
export async function lockHandingIn(
  db: Db,
  assignmentId: string,
  how: "together" | "alone",
): Promise<void> {
  await (how === "together"
    ? db.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${`hand-in ${assignmentId}`}, 0))::text`
    : db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`hand-in ${assignmentId}`}, 0))::text`);
}

/** Regrades of an assignment are carried through one after another. Starting and saving go on. */
export async function lockRegrading(db: Db, assignmentId: string): Promise<void> {
  await db.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`regrade ${assignmentId}`}, 0))::text`;
}

/** Waits for whoever applies or undoes it at this moment. */
export async function lockRegrade(db: Db, id: string): Promise<StoredRegrade | null> {
  await db.$queryRaw`select 1 from "Regrade" where id = ${id}::uuid for update`;
  return db.regrade.findUnique({ where: { id } });
}

export const setRegradeState = (
  db: Db,
  id: string,
  change: { state: "applied"; appliedAt: Date } | { state: "undone"; undoneAt: Date },
) => db.regrade.update({ where: { id }, data: change, select: { id: true } });

/**
 * Puts marks from one side of a regrade's changes to the other: "before" to "after", or
 * back. Only marks that are still as that side says are touched. Returns the people
 * whose marks changed, each once for every mark.
 */
export async function moveMarks(
  db: Db,
  regradeId: string,
  from: "before" | "after",
  now: Date,
): Promise<string[]> {
  const isForward = from === "before";
  const rows = await db.$queryRaw<{ userId: string }[]>`
    with change as (
      select "userId", "attemptId", position,
             case when ${isForward} then before else after end as was,
             case when ${isForward} then after else before end as willbe
        from "RegradeChange" where "regradeId" = ${regradeId}::uuid)
    update "ItemGrade" g
       set "gradedVersion" = (c.willbe ->> 'gradedVersion')::int,
           outcome = c.willbe ->> 'outcome',
           score = (c.willbe ->> 'score')::float8,
           points = (c.willbe ->> 'points')::float8,
           graded = coalesce(c.willbe -> 'graded', g.graded),
           override = (c.willbe ->> 'override')::float8,
           "overrideReason" = c.willbe ->> 'overrideReason',
           "gradedAt" = ${now}
      from change c
     where g."userId" = c."userId" and g."attemptId" = c."attemptId" and g.position = c.position
       and g."gradedVersion" = (c.was ->> 'gradedVersion')::int
       and g.outcome = c.was ->> 'outcome'
       and g.score is not distinct from (c.was ->> 'score')::float8
       and g.points = (c.was ->> 'points')::float8
       and g.override is not distinct from (c.was ->> 'override')::float8
    returning g."userId"`;
  return rows.map(({ userId }) => userId);
}

/** Those that an accepted appeal has made, when its acceptance is taken back. */
export const setAppealUndone = (db: Db, appealId: string, undoneAt: Date) =>
  db.$executeRaw`
    update "Regrade" set state = 'undone', "undoneAt" = ${undoneAt}
     where cause = 'appeal' and state = 'applied' and request ->> 'appealId' = ${appealId}`;

/** Which marks a regrade has changed, as `<user> <attempt> <position>`. */
export async function listChangedMarks(db: Db, regradeId: string): Promise<Set<string>> {
  const rows = await db.regradeChange.findMany({
    where: { regradeId },
    select: { userId: true, attemptId: true, position: true },
  });
  return new Set(rows.map(markKey));
}

export const markKey = ({
  userId,
  attemptId,
  position,
}: Pick<MarkChange, "userId" | "attemptId" | "position">): string =>
  `${userId} ${attemptId} ${position}`;

/** A person's previews of an assignment: the next takes their place. */
export const forgetPreviews = (db: Db, assignmentId: string, createdById: string) =>
  db.regrade.deleteMany({ where: { assignmentId, createdById, state: "previewed" } });

export const countChanges = (db: Db, regradeId: string): Promise<number> =>
  db.regradeChange.count({ where: { regradeId } });

export type RegradeRow = Omit<StoredRegrade, "request"> & { request: unknown; changes: number };

/** Of an assignment, newest first. */
export async function listRegrades(db: Db, assignmentId: string): Promise<RegradeRow[]> {
  const rows = await db.regrade.findMany({
    where: { assignmentId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { _count: { select: { changes: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, changes: _count.changes }));
}

export type ChangedAnswer = MarkChange & { questionId: string };

/** With the question that each is about; by the name of the student. */
export const listChangedAnswers = (db: Db, regradeId: string): Promise<ChangedAnswer[]> =>
  db.$queryRaw<ChangedAnswer[]>`
    select c."userId", c."attemptId", c.position, c.before - 'graded' as before,
           c.after - 'graded' as after, w."questionId"
      from "RegradeChange" c
      join "AttemptAnswer" w on w."userId" = c."userId" and w."attemptId" = c."attemptId"
                            and w.position = c.position
      join "User" u on u.id = c."userId"
     where c."regradeId" = ${regradeId}::uuid
     order by u.name, c."userId", c."attemptId", c.position`;

/** Questions of submitted attempts, in the order in which they were asked, each with a version to show. */
export const listAskedVersions = (
  db: Db,
  assignmentId: string,
): Promise<{ questionId: string; version: number }[]> =>
  db.$queryRaw<{ questionId: string; version: number }[]>`
    select w."questionId", max(w."questionVersion")::int as version
      from "Attempt" a
      join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
     where a."assignmentId" = ${assignmentId}::uuid and a.state = 'submitted'
     group by w."questionId" order by min(w.position), w."questionId"`;

export const listGradesOfAssignment = (db: Db, assignmentId: string) =>
  db.assignmentGrade.findMany({
    where: { assignmentId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { userId: true, override: true, points: true, maxPoints: true },
  });
