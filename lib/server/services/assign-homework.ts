import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import {
  studyRuleOf,
  type HomeworkChange,
  type NewHomework,
} from "@/lib/domain/quizzes/homework-input";
import type { StudyRule } from "@/lib/domain/quizzes/study-homework";
import { requireClass } from "@/lib/server/classes/require-class";
import { catalogueOfClass } from "@/lib/server/content/catalogue";
import { createAssignment, updateAssignment } from "@/lib/server/db/assignments";
import { database } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";
import { LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { classTimes } from "@/lib/server/quizzes/class-times";
import { settleAnew } from "@/lib/server/quizzes/settle-homework";
import { changed, checkSections, requireOwn } from "@/lib/server/services/assign-quiz";
import { browseChoices } from "@/lib/server/services/view-browse-choices";

/** Gives study work to a class; nobody sees it before it is published. */
export async function assignHomework(
  actor: Actor,
  input: NewHomework,
  now: Date,
): Promise<{ id: string }> {
  const { row: group } = await requireClass(actor, input.classId, canRunClass);
  const rules = await rulesOf(input, group.timeZone);
  return createAssignment(database(), {
    ...rules,
    id: uuidV7(),
    classId: group.id,
    kind: "study",
    quizId: null,
    closesAt: null,
    timeLimitSeconds: null,
    attemptsAllowed: null,
    counts: "best",
    latePolicy: {},
    feedback: {},
    accessCodeHash: null,
    completionAids: false,
    onePerPage: true,
    createdById: actor.id,
    createdAt: now,
  });
}

/** Changes study work, also when it is over: credit that was final is settled anew. */
export async function changeHomework(
  actor: Actor,
  input: HomeworkChange,
  now: Date,
): Promise<void> {
  const { row: group } = await requireClass(actor, input.classId, canRunClass);
  const { id, revision, before } = await requireOwn(input);
  if (before.kind !== "study") throw noSuchHomework();
  const rules = await rulesOf(input, group.timeZone);
  await database().$transaction(async (db) => {
    if (!(await updateAssignment(db, { id, revision }, rules))) throw changed();
    const cause = { actorId: actor.id, cause: "dates-changed", reason: null } as const;
    await settleAnew(db, before, { timeZone: group.timeZone, userIds: null }, cause, now);
  }, LONG_TRANSACTION);
}

async function rulesOf(input: NewHomework, timeZone: string) {
  const { title, sectionIds, opensAt, dueAt } = input;
  await checkSections(input.classId, sectionIds);
  const times = classTimes({ opensAt, dueAt, closesAt: null }, timeZone);
  const rule = studyRuleOf(input);
  if (!rule.ok) throw wrong("missedDays", rule.error);
  await checkScope(input.classId, rule.value);
  return { title, sectionIds, ...times, studyRule: rule.value };
}

/** Only what the class may study can be asked of it. */
async function checkScope(classId: string, { scope }: StudyRule): Promise<void> {
  if (scope.by === "all") return;
  const { banks, exams } = browseChoices(await catalogueOfClass(classId));
  const choices = {
    bank: banks,
    exam: exams,
    domain: exams.flatMap(({ domains }) => domains),
  }[scope.by];
  if (!choices.some(({ id }) => id === scope.id)) {
    throw wrong("scope", "There are no such questions. Choose again.");
  }
}

const wrong = (field: string, message: string) =>
  new AppError("invalid", message, { fields: { [field]: [message] } });

const noSuchHomework = () => new AppError("not-found", "There is no such assignment.");
