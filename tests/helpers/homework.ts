/** Study as homework in tests: two answers a day on two of the four days from Monday, 2 November 2026. */
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { NewHomeworkSchema } from "@/lib/domain/quizzes/homework-input";
import { database } from "@/lib/server/db/client";
import { assignHomework } from "@/lib/server/services/assign-homework";
import { publishAssignment } from "@/lib/server/services/assign-quiz";
import type { TestClass } from "@/tests/helpers/classes";
import { START } from "@/tests/helpers/people";

export const at = (text: string): Date => new Date(`${text}Z`);
/** When the homework is final for whoever has no days more. */
export const FINAL = at("2026-11-06T23:59");

export const homeworkFields = ({ id: classId }: TestClass, rest: object = {}) => ({
  classId,
  title: "Daily study",
  opensAt: "2026-11-02T04:00",
  dueAt: "2026-11-05T23:59",
  ruleKind: "reviews",
  scope: "all",
  perDay: "2",
  missedDays: "2",
  credit: "proportional",
  points: "10",
  ...rest,
});

/** Published; returns its id. */
export async function aHomework(group: TestClass, rest: object = {}): Promise<string> {
  return publish(group, homeworkFields(group, rest));
}

/** Readiness of 50 % in the bank "pods". */
export async function aReadinessHomework(group: TestClass): Promise<string> {
  const { perDay: _perDay, missedDays: _missedDays, ...shared } = homeworkFields(group);
  const wanted = { ruleKind: "readiness", targetPercent: "50", scope: "bank:pods" };
  return publish(group, { ...shared, ...wanted });
}

async function publish({ id: classId, instructor }: TestClass, fields: object): Promise<string> {
  const { id } = await assignHomework(instructor, NewHomeworkSchema.parse(fields), START);
  await publishAssignment(instructor, { classId, assignmentId: id }, START);
  return id;
}

export type Answered = {
  purpose?: string;
  recordedAt?: string;
  undone?: boolean;
  questionId?: string;
  version?: number;
};

/** One right answer of study, in the log only. */
export const answerAt = ({ id: userId }: Pick<Actor, "id">, when: string, rest: Answered = {}) =>
  database().review.create({
    data: {
      userId,
      id: uuidV7(),
      questionId: rest.questionId ?? "pods/phase",
      questionVersion: 1,
      seed: "seed",
      settingsVersion: rest.version ?? 1,
      answer: {},
      graded: {},
      outcome: "right",
      suggestedRating: 3,
      rating: 3,
      reviewedAt: at(when),
      recordedAt: at(rest.recordedAt ?? when),
      durationMs: 5_000,
      purpose: rest.purpose ?? "study",
      undoneAt: rest.undone ? at(when) : null,
    },
  });
