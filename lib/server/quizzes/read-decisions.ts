import type { Db } from "@/lib/server/db/client";
import { listKeyChanges, type KeyChangesByQuestion } from "@/lib/server/db/key-additions";
import { listRulings, type Rulings } from "@/lib/server/db/question-rulings";
import { getAssignment } from "@/lib/server/db/quizzes";

/** What instructors have decided of questions since an attempt at an assignment started. */
export async function readDecisions(
  db: Db,
  assignmentId: string,
  questions: readonly { questionId: string }[],
): Promise<{ keyChanges: KeyChangesByQuestion; rulings: Rulings }> {
  const { classId } = await getAssignment(db, assignmentId);
  const questionIds = questions.map(({ questionId }) => questionId);
  return {
    keyChanges: await listKeyChanges(db, questionIds, classId),
    rulings: await listRulings(db, assignmentId),
  };
}
