import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import { requireClass } from "@/lib/server/classes/require-class";
import { countAppeals, listAppealsOfClass, type AppealInClass } from "@/lib/server/db/appeals";
import { database } from "@/lib/server/db/client";
import { listAdditionsOf } from "@/lib/server/db/key-additions";
import { findAddition, findContested, mayAddEverywhere } from "@/lib/server/quizzes/acceptance";
import { reviewQuestion, type ReviewedQuestion } from "@/lib/server/quizzes/review-question";
import { mayTakeBack } from "@/lib/server/services/take-back-acceptance";

export type OpenAppeal = AppealInClass & {
  question: ReviewedQuestion;
  /** The answer could join the key. */
  canJoinKey: boolean;
  /** That of everybody, not only in the actor's classes. */
  mayAddEverywhere: boolean;
};

export type AnsweredAppeal = Omit<AppealInClass, "answeredAt"> & {
  answeredAt: string | null;
  /** It was accepted into the key, and the actor may take that back. */
  mayTakeBack: boolean;
};

const PER_PAGE = 50;
const ALL_PARTS = { score: true, answers: true, verdicts: true, solutions: true };

/** Marks that students of a class contest, the oldest first; what is answered makes room for more. */
export async function viewOpenAppeals(
  actor: Actor,
  classId: string,
): Promise<{ open: number; appeals: OpenAppeal[] }> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const db = database();
  const rows = await listAppealsOfClass(db, group.id, { isOpen: true, most: PER_PAGE, after: 0 });
  const appeals: OpenAppeal[] = [];
  for (const row of rows) {
    const contested = await findContested(db, row);
    appeals.push({
      ...row,
      question: await reviewQuestion(contested.answer, contested.grade, ALL_PARTS),
      canJoinKey: (await findAddition(contested, group.id)) !== null,
      mayAddEverywhere: await mayAddEverywhere(actor, row.questionId),
    });
  }
  const { open } = await countAppeals(db, group.id);
  return { open, appeals };
}

/** Marks that students of a class have contested, what was answered last first. */
export async function viewAnsweredAppeals(
  actor: Actor,
  classId: string,
  page: number,
): Promise<{ pages: number; appeals: AnsweredAppeal[]; timeZone: string }> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const db = database();
  const after = (page - 1) * PER_PAGE;
  const rows = await listAppealsOfClass(db, group.id, { isOpen: false, most: PER_PAGE, after });
  const added = await listAdditionsOf(
    db,
    rows.map(({ id }) => id),
  );
  const appeals: AnsweredAppeal[] = [];
  for (const row of rows) {
    const addition = added.get(row.id);
    const may = addition !== undefined && (await mayTakeBack(actor, addition));
    const answeredAt = row.answeredAt?.toISOString() ?? null;
    appeals.push({ ...row, answeredAt, mayTakeBack: may });
  }
  const { answered } = await countAppeals(db, group.id);
  return { pages: Math.ceil(answered / PER_PAGE), appeals, timeZone: group.timeZone };
}
