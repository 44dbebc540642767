import { finalAt } from "@/lib/domain/quizzes/homework-plan";
import { NewHomeworkSchema } from "@/lib/domain/quizzes/homework-input";
import { localTimeOf } from "@/lib/domain/quizzes/local-time";
import { database } from "@/lib/server/db/client";
import { settleHomework } from "@/lib/server/quizzes/settle-homework";
import { assignHomework } from "@/lib/server/services/assign-homework";
import { publishAssignment } from "@/lib/server/services/assign-quiz";
import type { DemoClass } from "@/scripts/demo/demo-class";
import { daysFrom } from "@/scripts/demo/demo-people";

type StudyTask = { title: string; opens: number; due: number; perDay: number; missed: number };

const WARM_UP: StudyTask = { title: "Warm-up", opens: -50, due: -41, perDay: 10, missed: 3 };
const DAILY: StudyTask = { title: "A little each day", opens: -9, due: 5, perDay: 30, missed: 4 };

/** One study homework that is over and credited, one that runs; returns their ids. */
export async function giveHomework(group: DemoClass, now: Date): Promise<string[]> {
  const warmUp = await give(group, WARM_UP, now);
  const { dueAt } = await database().assignment.findUniqueOrThrow({ where: { id: warmUp } });
  // Also for whoever was granted more days.
  await settleHomework(warmUp, daysFrom(finalAt({ opensAt: dueAt, dueAt }), 4));
  return [warmUp, await give(group, DAILY, now)];
}

async function give(
  { instructor, classId, timeZone }: DemoClass,
  { title, opens, due, perDay, missed }: StudyTask,
  now: Date,
): Promise<string> {
  const date = (days: number) => localTimeOf(daysFrom(now, days), timeZone).slice(0, 10);
  const givenAt = daysFrom(now, opens - 1);
  const input = NewHomeworkSchema.parse({
    classId,
    title,
    opensAt: `${date(opens)}T04:00`,
    dueAt: `${date(due)}T23:59`,
    ruleKind: "reviews",
    scope: "all",
    perDay: String(perDay),
    missedDays: String(missed),
    credit: "proportional",
    points: "10",
  });
  const { id: assignmentId } = await assignHomework(instructor, input, givenAt);
  await publishAssignment(instructor, { classId, assignmentId }, givenAt);
  return assignmentId;
}
