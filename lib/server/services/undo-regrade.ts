import { isDeepStrictEqual } from "node:util";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { RegradeRef } from "@/lib/domain/quizzes/regrade-input";
import {
  isByRuling,
  regradedMark,
  ruledMark,
  withoutRuling,
  type RulingInForce,
} from "@/lib/domain/quizzes/regrade-item";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import { listRulings, replaceRulings } from "@/lib/server/db/question-rulings";
import {
  addChanges,
  countChanges,
  listChangedMarks,
  listMarkedItems,
  lockHandingIn,
  lockRegrading,
  markKey,
  moveMarks,
  setRegradeState,
  type MarkChange,
  type MarkedItem,
  type StoredRegrade,
} from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { requireRegrade } from "@/lib/server/quizzes/require-regrade";
import { StoredRequestSchema } from "@/lib/server/quizzes/stored-request";

export type Undone = {
  /** Marks that were changed again since, and stay. */
  kept: number;
};

/**
 * Puts every mark back as it was, but for those that somebody has changed since. Who handed
 * in after it was applied, and got what it had decided for everybody, loses that too.
 */
export async function undoRegrade(actor: Actor, ref: RegradeRef, now: Date): Promise<Undone> {
  await requireGradable(actor, ref, canRunClass);
  const undoing = await database().$transaction(async (db) => {
    const regrade = await requireRegrade(db, ref);
    if (regrade.state !== "applied") return null;
    if (regrade.cause !== "regrade") throw ofAppeal();
    await lockRegrading(db, regrade.assignmentId);
    const rulings = await rulingsToTakeBack(db, regrade);
    const given = { actor, regrade, rulings };
    const since = await ruledSince(db, given);
    const moved = await putBack(db, given, since, now);
    await takeRulingsBack(db, given);
    await setRegradeState(db, regrade.id, { state: "undone", undoneAt: now });
    return { ...given, kept: (await countChanges(db, regrade.id)) - moved };
  }, LONG_TRANSACTION);
  if (!undoing) return { kept: 0 };
  if (undoing.rulings.size > 0) await catchUpUndone(undoing, now);
  return { kept: undoing.kept };
}

/** What a regrade had decided of a question, and what was in force before; null for nothing. */
type TakenBack = { ruling: RulingInForce | null; before: RulingInForce | null };

type Undoing = { actor: Actor; regrade: StoredRegrade; rulings: ReadonlyMap<string, TakenBack> };

/** What a later regrade has decided otherwise stays. */
async function rulingsToTakeBack(
  db: Db,
  { assignmentId, request }: StoredRegrade,
): Promise<Undoing["rulings"]> {
  const { rulings, rulingsBefore } = StoredRequestSchema.parse(request);
  const current = await listRulings(db, assignmentId);
  return new Map(
    Object.keys({ ...rulings, ...rulingsBefore }).flatMap((id): [string, TakenBack][] => {
      const [ruling, before] = [rulings[id] ?? null, rulingsBefore[id] ?? null];
      const isInForce = isDeepStrictEqual(current.get(id) ?? null, ruling);
      return isInForce && !isDeepStrictEqual(ruling, before) ? [[id, { ruling, before }]] : [];
    }),
  );
}

async function takeRulingsBack(
  db: Db,
  { regrade: { assignmentId }, rulings }: Undoing,
): Promise<void> {
  if (rulings.size === 0) return;
  const current = new Map(await listRulings(db, assignmentId));
  for (const [questionId, { before }] of rulings) {
    if (before) current.set(questionId, before);
    else current.delete(questionId);
  }
  await replaceRulings(db, assignmentId, current);
}

/** Returns how many marks it changed. */
async function putBack(
  db: Db,
  { actor, regrade: { id, assignmentId, reason } }: Undoing,
  since: readonly MarkChange[],
  now: Date,
): Promise<number> {
  await setGradeCause(db, {
    actorId: actor.id,
    cause: "regrade-undone",
    reason: reason === "" ? null : reason,
  });
  await addChanges(db, id, since);
  const moved = await moveMarks(db, id, "after", now);
  if (moved.length > 0) await gradeAssignment(db, assignmentId, [...new Set(moved)], now);
  return moved.length;
}

/** Marks of whoever handed in while the rulings were in force, as if the regrade had given them. */
async function ruledSince(db: Db, { regrade, rulings }: Undoing): Promise<MarkChange[]> {
  if (rulings.size === 0) return [];
  const known = await listChangedMarks(db, regrade.id);
  const items = await listMarkedItems(db, regrade.assignmentId, [...rulings.keys()]);
  return items.flatMap((item) => {
    const taken = rulings.get(item.questionId);
    return taken && !known.has(markKey(item)) ? ruledChange(item, taken) : [];
  });
}

function ruledChange(item: MarkedItem, { ruling, before }: TakenBack): MarkChange[] {
  const { userId, attemptId, position, askedPoints } = item;
  const { gradedVersion, outcome, score, points, override, overrideReason } = item;
  const mark = { gradedVersion, outcome, score, points, override, overrideReason };
  const plain = isByRuling(mark, ruling) ? withoutRuling(mark, askedPoints) : mark;
  const was = before && plain.override === null ? ruledMark(plain, before) : plain;
  const isSame = regradedMark(mark, was, "replace") === null;
  return isSame ? [] : [{ userId, attemptId, position, before: was, after: mark }];
}

/** Whoever was handing in at that very moment still read what is in force no more. */
async function catchUpUndone(undoing: Undoing, now: Date): Promise<void> {
  const { assignmentId } = undoing.regrade;
  await database().$transaction((db) => lockHandingIn(db, assignmentId, "alone"));
  await database().$transaction(async (db) => {
    await lockRegrading(db, assignmentId);
    const since = await ruledSince(db, undoing);
    if (since.length > 0) await putBack(db, undoing, since, now);
  }, LONG_TRANSACTION);
}

const ofAppeal = () =>
  new AppError(
    "conflict",
    "It follows from an accepted appeal: take its acceptance back among the answered appeals.",
  );
