/** A quiz of one question that two students have handed in, to be graded anew. */
import type { Actor } from "@/lib/domain/access/actor";
import type { PreviewRegrade } from "@/lib/domain/quizzes/regrade-input";
import type { RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import { database } from "@/lib/server/db/client";
import { listChanges } from "@/lib/server/db/regrades";
import { applyRegrade, previewRegrade } from "@/lib/server/services/regrade";
import { undoRegrade } from "@/lib/server/services/undo-regrade";
import { gradeOf, RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

export const NOW = hours(5);

let version = 0;

/** The next version of the question, with this key; its number. */
export async function load(accepted: string[], rest: object = {}): Promise<number> {
  version += 1;
  await loadQuestions([aShortQuestion("pods/phase", { accepted, ...rest })], version);
  return version;
}

export type RegradeDesk = {
  group: TestClass;
  assignment: string;
  ref: { classId: string; assignmentId: string };
  /** Answered "pending" and "Running". */
  students: [Actor, Actor];
};

export async function aRegradeDesk(): Promise<RegradeDesk> {
  await load(["Pending"]);
  const group = await aClass();
  const assignment = await aQuizAssignment(group, quizOf("pods/phase"));
  const students: [Actor, Actor] = [await aStudent(group.id), await aStudent(group.id)];
  for (const [index, student] of students.entries()) {
    const attempt = await start(student, assignment);
    await save(student, attempt, index === 0 ? RIGHT : WRONG);
    await submit(student, attempt);
  }
  return { group, assignment, ref: { classId: group.id, assignmentId: assignment }, students };
}

export async function preview(
  { group, ref }: RegradeDesk,
  policy: RegradePolicy = "replace",
  rest: Partial<PreviewRegrade> = {},
  actor: Actor = group.instructor,
) {
  const asked = { keys: true, points: true, rulings: {}, reason: "", ...rest };
  const { id } = await previewRegrade(actor, { ...ref, policy, ...asked }, NOW);
  const { incomparable } = await database().regrade.findUniqueOrThrow({ where: { id } });
  return { id, changes: await listChanges(database(), id), incomparable };
}

export const apply = ({ group, ref }: RegradeDesk, id: string, actor: Actor = group.instructor) =>
  applyRegrade(actor, { ...ref, id }, NOW);

export const undo = ({ group, ref }: RegradeDesk, id: string) =>
  undoRegrade(group.instructor, { ...ref, id }, NOW);

export const pointsOf = ({ students, assignment }: RegradeDesk) =>
  Promise.all(students.map(async (student) => (await gradeOf(student, assignment))?.points));

/** With the moment of its mark, as the page of the student's work sends it. */
export async function firstAnswer({ ref }: RegradeDesk, { id: userId }: Actor) {
  const { attemptId, gradedAt } = await database().itemGrade.findFirstOrThrow({
    where: { userId },
  });
  return { ...ref, userId, attemptId, position: 0, gradedAt: gradedAt.toISOString() };
}
