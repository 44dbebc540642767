import { v7 as uuidV7 } from "uuid";
import type { Browser, BrowserContext, Page } from "@playwright/test";

import { aPerson, browserOf, sql, type TestPerson } from "./people";
import { plantQuiz } from "./planted-quiz";

export type Seat = { person: TestPerson; context: BrowserContext; page: Page };

export type PlantedClass = {
  classId: string;
  assignmentId: string;
  path: string;
  instructor: Seat;
  ada: Seat;
  bo: Seat;
};

/** A class with an instructor and two students, each in a browser of their own, and an open quiz. */
export async function plantClass(
  browser: Browser,
  questionIds: readonly string[],
  feedback: object,
): Promise<PlantedClass> {
  const [instructor, ada, bo] = await Promise.all([
    seat(browser, "Ina Instructor", "instructor"),
    seat(browser, "Ada Able", "learner"),
    seat(browser, "Bo Behind", "learner"),
  ]);
  const { classId, assignmentId } = await plantQuiz(ada.person.id, questionIds, { feedback });
  await sql(
    `insert into "Member" ("userId", "classId", role, "joinedAt")
     values ($2, $1, 'instructor', now()), ($3, $1, 'student', now())`,
    [classId, instructor.person.id, bo.person.id],
  );
  await sql(
    `update "Quiz" set "ownerId" = $2 where id = (select "quizId" from "Assignment" where id = $1)`,
    [assignmentId, instructor.person.id],
  );
  const path = `/classes/${classId}/assignments/${assignmentId}`;
  return { classId, assignmentId, path, instructor, ada, bo };
}

async function seat(browser: Browser, name: string, role: "learner" | "instructor"): Promise<Seat> {
  const person = await aPerson({ name, role });
  return { person, ...(await browserOf(browser, person)) };
}

/** Hands in these answers, by position, without clicking; returns the attempt's id. */
export async function handIn(
  { context }: Seat,
  assignmentId: string,
  answers: readonly object[],
): Promise<string> {
  const id = uuidV7();
  await post(context, "/api/v1/attempts", { id, assignmentId });
  for (const [position, answer] of answers.entries()) {
    const data = { revision: 0, answer, flagged: false };
    const reply = await context.request.patch(`/api/v1/attempts/${id}/answers/${position}`, {
      data,
    });
    if (!reply.ok()) throw new Error(`Not saved: ${reply.status()} ${await reply.text()}`);
  }
  await post(context, `/api/v1/attempts/${id}/submit`, {});
  return id;
}

async function post({ request }: BrowserContext, path: string, data: object): Promise<void> {
  const reply = await request.post(path, { data });
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
}

export async function leave({ instructor, ada, bo }: PlantedClass): Promise<void> {
  for (const { context } of [instructor, ada, bo]) await context.close();
}
