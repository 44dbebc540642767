/** Changes of marks that were looked at are put into force: all of them, or none. */
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause, type GradeCause } from "@/lib/server/db/grades";
import { replaceRulings, type Rulings } from "@/lib/server/db/question-rulings";
import {
  addChanges,
  countChanges,
  lockHandingIn,
  lockRegrading,
  moveMarks,
  setRegradeState,
} from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { findMarkChanges, type Regrading } from "@/lib/server/quizzes/find-mark-changes";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";

/** Hundreds of thousands of marks, each with its entry in the audit, on a slow machine. */
export const LONG_TRANSACTION = { timeout: 300_000, maxWait: 30_000 };

type Carried = { id: string; assignmentId: string; rulings: Rulings | null; cause: GradeCause };

/**
 * Within a transaction. A mark that is not any more as it was when the changes were found,
 * because somebody gave points by hand meanwhile, is a conflict and leaves everything as it is.
 */
export async function carryThrough(
  db: Db,
  { id, assignmentId, rulings, cause }: Carried,
  now: Date,
): Promise<void> {
  await lockRegrading(db, assignmentId);
  await setGradeCause(db, cause);
  const moved = await moveMarks(db, id, "before", now);
  if (moved.length < (await countChanges(db, id))) throw marksMoved();
  if (rulings) await replaceRulings(db, assignmentId, rulings);
  if (moved.length > 0) await gradeAssignment(db, assignmentId, [...new Set(moved)], now);
  await setRegradeState(db, id, { state: "applied", appliedAt: now });
}

const marksMoved = () =>
  new AppError("conflict", "Marks were changed since. Look at the changes anew.");

/**
 * After that transaction: whoever was handing in at that very moment did not know of it, and
 * gets the same now. Those who hand in from here on read it themselves.
 */
export async function catchUp(
  regrading: Regrading,
  { id, cause }: Pick<Carried, "id" | "cause">,
  now: Date,
): Promise<void> {
  const { assignmentId } = regrading;
  await database().$transaction((db) => lockHandingIn(db, assignmentId, "alone"));
  const { changes } = await findMarkChanges(regrading);
  if (changes.length === 0) return;
  await database().$transaction(async (db) => {
    await lockRegrading(db, assignmentId);
    await setGradeCause(db, cause);
    await addChanges(db, id, changes);
    const moved = await moveMarks(db, id, "before", now);
    if (moved.length > 0) await gradeAssignment(db, assignmentId, [...new Set(moved)], now);
  }, LONG_TRANSACTION);
}
