import type { Actor } from "@/lib/domain/access/actor";
import { canAddKeyEverywhere } from "@/lib/domain/access/appeal-access";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { gainAnswer } from "@/lib/domain/questions/gain-answer";
import { parseAnswer } from "@/lib/domain/questions/grade-answer";
import type { KeyAddition } from "@/lib/domain/questions/key-addition";
import type { KeyScope } from "@/lib/domain/quizzes/appeal-input";
import { listAffectedAssignments, type StoredAppeal } from "@/lib/server/db/appeals";
import { findItemGrades, type StoredItemGrade } from "@/lib/server/db/attempt-results";
import { listAttemptAnswers, type StoredAnswer } from "@/lib/server/db/attempts";
import { database, type Db } from "@/lib/server/db/client";
import { findBankOwner } from "@/lib/server/db/private-banks";
import { AppError } from "@/lib/server/errors";
import { findKeyEffects, type KeyEffects } from "@/lib/server/quizzes/key-effects";
import { keysOfClass } from "@/lib/server/quizzes/newest-keys";

export type Contested = { answer: StoredAnswer; grade: StoredItemGrade };

/** The answer that an appeal is about, and the key that judged it. */
export async function findContested(
  db: Db,
  appeal: Pick<StoredAppeal, "id" | "userId" | "attemptId" | "position">,
): Promise<Contested> {
  const { userId, attemptId: id, position } = appeal;
  const answers = await listAttemptAnswers(db, { userId, id });
  const answer = answers.find((one) => one.position === position);
  const grade = (await findItemGrades(db, { userId, id })).get(position);
  if (!answer || !grade) throw new Error(`Appeal ${appeal.id} is about no answer`);
  return { answer, grade };
}

/** What would make the contested answer right in a class; null when nothing can be added to the key. */
export async function findAddition(
  { answer, grade: { gradedVersion } }: Contested,
  classId: string,
): Promise<KeyAddition | null> {
  const { questionId, seed } = answer;
  const keys = await keysOfClass(database(), classId, [questionId]);
  const key = await keys.at(questionId, gradedVersion);
  return key && gainOf(key.content, seed, answer.answer);
}

function gainOf(content: QuestionContent, seed: string, given: unknown): KeyAddition | null {
  const answer = parseAnswer(content.kind, given);
  return answer && gainAnswer(content, seed, answer);
}

export const mayAddEverywhere = async (actor: Actor, questionId: string): Promise<boolean> =>
  canAddKeyEverywhere(actor, await findBankOwner(database(), questionId));

export type Acceptance = KeyEffects & { questionId: string; addition: KeyAddition };

/** What an accepted answer changes in all assignments that the actor may grade. Reads only. */
export async function findAcceptance(
  actor: Actor,
  appeal: StoredAppeal,
  { classId, scope }: { classId: string; scope: KeyScope },
): Promise<Acceptance> {
  const db = database();
  const contested = await findContested(db, appeal);
  const { questionId } = contested.answer;
  if (scope === "everywhere" && !(await mayAddEverywhere(actor, questionId))) {
    throw new AppError("not-found", "There is no such appeal.");
  }
  const addition = await findAddition(contested, classId);
  if (!addition) {
    throw new AppError("conflict", "This answer cannot be added to the key. Give points instead.");
  }
  const trial = { questionId, addition, is: "added" } as const;
  const assignments = await listAffectedAssignments(db, questionId, actor.id);
  const effects = await findKeyEffects(trial, assignments, {
    policy: "raise-only",
    scope,
  });
  return { ...effects, questionId, addition };
}
