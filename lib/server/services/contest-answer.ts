import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canAppeal } from "@/lib/domain/access/appeal-access";
import type { AnswerPlace, AppealInput } from "@/lib/domain/quizzes/appeal-input";
import { createAppeal, deleteOpenAppeal } from "@/lib/server/db/appeals";
import { findItemGrades, getClassOfAssignment } from "@/lib/server/db/attempt-results";
import { findAttempt } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { listStaff } from "@/lib/server/db/members";
import { getAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { visibleNow } from "@/lib/server/quizzes/visible-now";
import { tellPeople } from "@/lib/server/services/tell-people";

/** A student says that the mark of one of their answers is wrong; once for each answer. */
export async function contestAnswer(
  actor: Actor,
  { attemptId, position, text }: AppealInput,
  now: Date,
): Promise<void> {
  const db = database();
  const attempt = await findAttempt(db, { userId: actor.id, id: attemptId });
  if (!attempt?.submittedAt) throw noSuchAnswer();
  const assignment = await getAssignment(db, attempt.assignmentId);
  const group = await getClassOfAssignment(db, assignment.id);
  const { parts, isReleased } = await visibleNow(assignment, group.timeZone, now);
  const isArchived = assignment.archivedAt !== null || group.archivedAt !== null;
  const facts = { isSubmitted: true, seesVerdicts: parts.verdicts, isReleased, isArchived };
  const grade = (await findItemGrades(db, attempt)).get(position);
  if (!grade || !canAppeal(facts)) throw noSuchAnswer();
  const { id: assignmentId, title } = assignment;
  await database().$transaction(async (tx) => {
    const appeal = { id: uuidV7(), userId: actor.id, attemptId, position, assignmentId, text };
    if (!(await createAppeal(tx, { ...appeal, createdAt: now }))) {
      throw new AppError("conflict", "You have contested this answer already.");
    }
    const staff = await listStaff(tx, group.id);
    await tellPeople(
      tx,
      staff.filter(({ role }) => role === "instructor").map(({ userId }) => userId),
      {
        kind: "appealed",
        // A class that contests at once is one notice a day.
        key: `appealed ${assignmentId} ${now.toISOString().slice(0, 10)}`,
        facts: { title, className: group.name },
        link: `/classes/${group.id}/appeals`,
      },
      now,
    );
  });
}

/** Takes an appeal back that nobody has answered. It may be made anew. */
export async function withdrawAppeal(
  actor: Actor,
  { attemptId, position }: AnswerPlace,
): Promise<void> {
  const isGone = await deleteOpenAppeal(database(), { userId: actor.id, attemptId, position });
  if (!isGone) throw new AppError("conflict", "It was answered meanwhile. Load the page again.");
}

const noSuchAnswer = () => new AppError("not-found", "There is no such answer to contest.");
