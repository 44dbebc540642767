import { LONGEST_DUE_SOON_MS } from "@/lib/domain/notices/notice-kinds";
import { groupBy } from "@/lib/domain/progress/group-by";
import { personalDates } from "@/lib/domain/quizzes/attempt-window";
import { reminderDay } from "@/lib/domain/quizzes/homework-plan";
import { reachedWords } from "@/lib/domain/quizzes/homework-words";
import type { StudyRule } from "@/lib/domain/quizzes/study-homework";
import { findClassZone } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { listDueWork, type DueWork } from "@/lib/server/db/due-soon";
import { listOpenHomework } from "@/lib/server/db/homework";
import { getAssignment } from "@/lib/server/db/quizzes";
import {
  homeworkStandings,
  studyRule,
  type HomeworkStanding,
} from "@/lib/server/quizzes/homework-people";
import { tellPeople } from "@/lib/server/services/tell-people";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Whoever was told just now that it is assigned knows when it is due. */
const AFTER_PUBLISHING_MS = HOUR_MS;

type Due = DueWork & { ownDueAt: Date };

/**
 * Tells students of what is due soon and not handed in: as many hours before as each wants,
 * by their own due time, once for each such time.
 */
export async function remindOfDueWork(now: Date, signal: AbortSignal): Promise<void> {
  const latest = new Date(now.getTime() + LONGEST_DUE_SOON_MS + DAY_MS);
  const publishedBy = new Date(now.getTime() - AFTER_PUBLISHING_MS);
  const due = (await listDueWork(now, latest, publishedBy)).flatMap((work): Due[] => {
    const ownDueAt = personalDates(work, work).dueAt;
    const leftMs = ownDueAt.getTime() - now.getTime();
    return leftMs > 0 && leftMs <= work.hoursBefore * HOUR_MS ? [{ ...work, ownDueAt }] : [];
  });
  const byMoment = groupBy(
    due,
    (one) => `due-soon ${one.assignmentId} ${one.ownDueAt.toISOString()}`,
  );
  for (const [key, group] of byMoment) {
    signal.throwIfAborted();
    await tellDueSoon(key, group, now);
  }
}

async function tellDueSoon(key: string, group: readonly Due[], now: Date): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { assignmentId, classId, className, title, ownDueAt, timeZone } = first;
  const userIds = group.map(({ userId }) => userId);
  const missing = first.kind === "study" ? await notReached(first, userIds, now) : userIds;
  await tellPeople(
    database(),
    missing,
    {
      kind: "due-soon",
      key,
      facts: { title, className, dueAt: ownDueAt.toISOString(), timeZone },
      link: `/classes/${classId}/assignments/${assignmentId}`,
    },
    now,
  );
}

async function notReached(
  { assignmentId, timeZone }: Due,
  userIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const db = database();
  const assignment = await getAssignment(db, assignmentId);
  const standings = await homeworkStandings(db, assignment, { timeZone, userIds }, now);
  return standings.filter(({ progress }) => progress.share < 1).map(({ userId }) => userId);
}

/** Tells students in the evening of their day that they fall behind with study work; once a day for each. */
export async function remindOfHomework(now: Date, signal: AbortSignal): Promise<void> {
  for (const id of await listOpenHomework(now)) {
    signal.throwIfAborted();
    await remindOf(id, now);
  }
}

async function remindOf(id: string, now: Date): Promise<void> {
  const db = database();
  const assignment = await getAssignment(db, id);
  const { name: className, timeZone } = await findClassZone(db, assignment.classId);
  const rule = studyRule(assignment);
  const standings = await homeworkStandings(db, assignment, { timeZone, userIds: null }, now);
  for (const standing of standings) {
    const { userId, progress, today, window, settings, grade } = standing;
    const day = reminderDay(
      rule,
      { window, progress, isSettled: false, days: settings, today },
      now,
    );
    if (day === null || grade?.excused) continue;
    await tellPeople(
      db,
      [userId],
      {
        kind: "behind",
        key: `behind ${id} ${new Date(day * DAY_MS).toISOString().slice(0, 10)}`,
        facts: {
          title: assignment.title,
          className,
          reached: reachedWords(rule.kind, progress),
          next: nextWords(rule, standing),
        },
        link: `/classes/${assignment.classId}/assignments/${id}`,
      },
      now,
    );
  }
}

function nextWords(rule: StudyRule, { today }: HomeworkStanding): string {
  if (rule.kind === "readiness") return "A session today brings you nearer.";
  const left = rule.perDay - today;
  return `${left} more ${left === 1 ? "answer makes" : "answers make"} today count.`;
}
