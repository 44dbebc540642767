import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/domain/access/actor";
import { listedQuestions } from "@/lib/domain/quizzes/listed-questions";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { database } from "@/lib/server/db/client";
import { aPerson, START } from "@/tests/helpers/people";

const HOUR_MS = 3_600_000;

/** Hours after `START`. */
export const hours = (count: number): Date => new Date(START.getTime() + count * HOUR_MS);

export type TestClass = { id: string; instructor: Actor };

/** A class in UTC with one instructor. */
export async function aClass(): Promise<TestClass> {
  const instructor = await aPerson({ role: "instructor", name: "Ada" });
  const id = randomUUID();
  await database().class.create({
    data: { id, name: "Kubernetes 101", timeZone: "UTC", createdAt: START },
  });
  await join(id, instructor, { role: "instructor" });
  return { id, instructor };
}

type Place = {
  sectionId?: string;
  role?: "student" | "assistant" | "instructor";
  timeMultiplier?: number;
  extraDays?: number;
  extraAttempts?: number;
};

export const join = (classId: string, { id: userId }: Actor, place: Place = {}) =>
  database().member.create({ data: { classId, userId, joinedAt: START, ...place } });

export async function aStudent(classId: string, place: Place = {}): Promise<Actor> {
  const student = await aPerson();
  await join(classId, student, place);
  return student;
}

type AssignmentDraft = {
  opensAt?: Date;
  dueAt?: Date;
  closesAt?: Date | null;
  timeLimitSeconds?: number | null;
  attemptsAllowed?: number | null;
  counts?: string;
  latePolicy?: object;
  accessCodeHash?: string | null;
  publishedAt?: Date | null;
  releasedAt?: Date | null;
  archivedAt?: Date | null;
  sectionIds?: string[];
  onePerPage?: boolean;
  feedback?: object;
};

/** Open from `START` for ten hours, one attempt without a time limit. Returns its id. */
export async function aQuizAssignment(
  { id: classId, instructor }: TestClass,
  quiz: { sections: unknown[] },
  draft: AssignmentDraft = {},
): Promise<string> {
  const quizId = randomUUID();
  const id = randomUUID();
  const content = QuizContentSchema.parse(quiz);
  await database().quiz.create({
    data: {
      id: quizId,
      ownerId: instructor.id,
      title: "Pods",
      createdAt: START,
      updatedAt: START,
      versions: { create: { version: 1, content, createdAt: START } },
    },
  });
  await database().assignment.create({
    data: {
      id,
      classId,
      kind: "quiz",
      title: "Pods",
      quizId,
      opensAt: START,
      dueAt: hours(10),
      createdById: instructor.id,
      createdAt: START,
      publishedAt: START,
      ...draft,
      questions: {
        create: listedQuestions(content).map((questionId) => ({ questionId })),
      },
    },
  });
  return id;
}

/** One point for each of these questions, in their order. */
export const quizOf = (...questionIds: string[]) => ({
  sections: [
    { items: questionIds.map((questionId) => ({ type: "question", questionId, points: 1 })) },
  ],
});
