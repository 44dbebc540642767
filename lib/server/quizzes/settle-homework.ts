import { finalAt } from "@/lib/domain/quizzes/homework-plan";
import { isStillGiven } from "@/lib/server/db/assignments";
import { findClassZone } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { saveAssignmentGrades, setGradeCause, type GradeCause } from "@/lib/server/db/grades";
import {
  addHomeworkResults,
  clearCredit,
  listSettledHomework,
  removeHomeworkResults,
} from "@/lib/server/db/homework";
import { getAssignment, type StoredAssignment } from "@/lib/server/db/quizzes";
import {
  homeworkStandings,
  studyRule,
  type HomeworkStanding,
} from "@/lib/server/quizzes/homework-people";
import { tellPeople } from "@/lib/server/services/tell-people";

/**
 * Writes the credit of those students for whom study work is final and who have none yet,
 * and tells them. Twice, or in several instances at once, it is written once.
 */
export async function settleHomework(assignmentId: string, now: Date): Promise<number> {
  const assignment = await getAssignment(database(), assignmentId);
  const group = await findClassZone(database(), assignment.classId);
  const standings = await homeworkStandings(
    database(),
    assignment,
    { timeZone: group.timeZone, userIds: null },
    now,
  );
  const ended = standings.filter(
    ({ state, window }) => state !== "settled" && now >= finalAt(window),
  );
  if (ended.length === 0) return 0;
  return database().$transaction(async (db) => {
    if (!(await isStillGiven(db, assignmentId))) return 0;
    const settled = await addResults(db, assignment, ended, now);
    await setGradeCause(db, { actorId: null, cause: "homework", reason: null });
    await saveCredit(db, assignment, settled, now);
    await tellPeople(
      db,
      settled.map(({ userId }) => userId),
      {
        kind: "released",
        key: `released ${assignmentId}`,
        facts: { title: assignment.title, className: group.name },
        link: `/classes/${assignment.classId}/assignments/${assignmentId}`,
      },
      now,
    );
    return settled.length;
  });
}

/**
 * Settles anew what was final before its dates, its rule or what a student is granted
 * changed: part of the caller's transaction, after the change. Who is no longer through
 * has open credit again, until the job settles it.
 */
export async function settleAnew(
  db: Db,
  before: StoredAssignment,
  { timeZone, userIds }: { timeZone: string; userIds: readonly string[] | null },
  cause: GradeCause,
  now: Date,
): Promise<void> {
  const reopened = await removeHomeworkResults(db, before.id, userIds);
  if (reopened.length === 0) return;
  const assignment = await getAssignment(db, before.id);
  await setGradeCause(db, cause);
  const standings = await homeworkStandings(db, assignment, { timeZone, userIds: reopened }, now);
  const ended = standings.filter(({ window }) => now >= finalAt(window));
  const settled = await addResults(db, assignment, ended, now);
  await tellOfCredit(db, assignment, await saveCredit(db, assignment, settled, now), now);
  const isEnded = new Set(ended.map(({ userId }) => userId));
  await clearCredit(
    db,
    assignment.id,
    reopened.filter((userId) => !isEnded.has(userId)),
    now,
  );
}

/** What was final of one student in a class, after what the class grants them has changed. */
export async function settleAnewFor(
  db: Db,
  key: { classId: string; userId: string },
  cause: GradeCause,
  now: Date,
): Promise<void> {
  const { timeZone } = await findClassZone(db, key.classId);
  for (const assignment of await listSettledHomework(db, key)) {
    await settleAnew(db, assignment, { timeZone, userIds: [key.userId] }, cause, now);
  }
}

async function addResults(
  db: Db,
  { id }: StoredAssignment,
  ended: readonly HomeworkStanding[],
  now: Date,
): Promise<HomeworkStanding[]> {
  const results = ended.map(({ userId, progress: { reached, wanted } }) => ({
    userId,
    reached,
    wanted,
  }));
  const added = await addHomeworkResults(db, id, results, now);
  return ended.filter(({ userId }) => added.has(userId));
}

/** Those who had been told what it gave. */
async function tellOfCredit(
  db: Db,
  { id, classId, title }: StoredAssignment,
  userIds: readonly string[],
  now: Date,
): Promise<void> {
  const { name: className } = await findClassZone(db, classId);
  await tellPeople(
    db,
    userIds,
    {
      kind: "marks-changed",
      key: `marks-changed ${id} ${now.toISOString()}`,
      facts: { title, className },
      link: `/classes/${classId}/assignments/${id}`,
    },
    now,
  );
}

/** Returns whose credit was there already and is another now. */
function saveCredit(
  db: Db,
  assignment: StoredAssignment,
  settled: readonly HomeworkStanding[],
  now: Date,
): Promise<string[]> {
  return saveAssignmentGrades(
    db,
    assignment.id,
    settled.map(({ userId, progress: { points } }) => ({
      userId,
      points,
      maxPoints: studyRule(assignment).points,
      latePercent: 0,
    })),
    now,
  );
}
