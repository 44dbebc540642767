import type { Actor } from "@/lib/domain/access/actor";
import { canTakeBack } from "@/lib/domain/access/appeal-access";
import type { AppealRef, TakeBack } from "@/lib/domain/quizzes/appeal-input";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import {
  findAppeal,
  listAffectedAssignments,
  listAppealsAt,
  listInstructedClasses,
  lockAppeal,
  type StoredAppeal,
} from "@/lib/server/db/appeals";
import { database, type Db } from "@/lib/server/db/client";
import {
  listAdditionsOf,
  lockKey,
  withdrawAddition,
  type StoredAddition,
} from "@/lib/server/db/key-additions";
import { findBankOwner } from "@/lib/server/db/private-banks";
import { setAppealUndone, type MarkChange } from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { publishAdditions } from "@/lib/server/quizzes/add-to-key";
import { LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { concludeAppeal } from "@/lib/server/quizzes/conclude-appeal";
import {
  appealsAbout,
  carryEffects,
  catchUpAll,
  findKeyEffects,
  previewOf,
  type CarriedRegrade,
  type EffectsPreview,
  type KeyEffects,
} from "@/lib/server/quizzes/key-effects";
import { requireAppeal } from "@/lib/server/quizzes/require-appeal";

/** What taking an accepted answer out of the key again would change, for whom. Changes nothing. */
export async function previewTakingBack(actor: Actor, ref: AppealRef): Promise<EffectsPreview> {
  const appeal = await requireAppeal(actor, ref);
  const addition = await requireAddition(actor, appeal);
  return previewOf(await effectsOf(actor, addition));
}

/** Whether this took it back, or somebody else had already. */
export type TakenBack = { status: "taken-back" | "was-taken-back" };

/**
 * The answer is wrong again: it leaves the key, every mark that it gave goes, and the appeal
 * is refused, with those that were accepted with it. Refused when that is not any more what
 * was looked at.
 */
export async function takeBackAcceptance(
  actor: Actor,
  input: TakeBack,
  now: Date,
): Promise<TakenBack> {
  const appeal = await requireAppeal(actor, input);
  if (appeal.state !== "accepted") return { status: "was-taken-back" };
  const found = await findSame(actor, appeal, input).catch(async (error: unknown) => {
    // By somebody else in this very moment.
    if ((await findAppeal(database(), appeal.id))?.state === "accepted") throw error;
    return null;
  });
  if (!found) return { status: "was-taken-back" };
  const { addition, effects } = found;
  const cause = { actorId: actor.id, cause: "appeal-undone", reason: input.reply } as const;
  const made = await database().$transaction(async (db) => {
    await lockKey(db, addition.questionId);
    const locked = await lockAppeal(db, appeal.id);
    if (locked?.state !== "accepted") return null;
    return takeBack(db, { actor, appeal: locked, addition, effects, cause, now });
  }, LONG_TRANSACTION);
  if (!made) return { status: "was-taken-back" };
  await catchUpAll(made, cause, now);
  return { status: "taken-back" };
}

/** What it changes, when that is what was looked at. */
async function findSame(actor: Actor, appeal: StoredAppeal, { fingerprint }: TakeBack) {
  const addition = await requireAddition(actor, appeal);
  const effects = await effectsOf(actor, addition);
  if (effects.fingerprint !== fingerprint) throw looksOtherwise();
  return { addition, effects };
}

type TakingBack = {
  actor: Actor;
  appeal: StoredAppeal;
  addition: StoredAddition;
  effects: KeyEffects;
  cause: { actorId: string; cause: "appeal-undone"; reason: string };
  now: Date;
};

async function takeBack(db: Db, taking: TakingBack): Promise<CarriedRegrade[] | null> {
  const { actor, appeal, addition, effects, cause, now } = taking;
  if (!(await withdrawAddition(db, addition.id, now))) return null;
  if (addition.everywhere) await publishAdditions(db, addition.questionId, now);
  await setAppealUndone(db, appeal.id, now);
  const made = await carryEffects(db, effects, { appealId: appeal.id, cause }, now);
  const ids = effects.affected.map(({ assignment }) => assignment.id);
  const lowered = appealsAbout(await listAppealsAt(db, ids, "accepted"), effects, isLower);
  const answer = { actor, state: "refused", reply: cause.reason, takenBack: true } as const;
  for (const one of [appeal, ...lowered.filter(({ id }) => id !== appeal.id)]) {
    await concludeAppeal(db, one, answer, now);
  }
  return made;
}

const isLower = ({ before, after }: MarkChange): boolean =>
  (itemPoints(after) ?? 0) < (itemPoints(before) ?? 0);

async function effectsOf(
  actor: Actor,
  { questionId, answer, everywhere, classIds }: StoredAddition,
): Promise<KeyEffects> {
  const all = await listAffectedAssignments(database(), questionId, actor.id);
  const assignments = all.filter(({ classId }) => everywhere || classIds.includes(classId));
  const trial = { questionId, addition: answer, is: "withdrawn" } as const;
  const scope = everywhere ? "everywhere" : "classes";
  return findKeyEffects(trial, assignments, { policy: "replace", scope });
}

async function requireAddition(actor: Actor, { id }: StoredAppeal): Promise<StoredAddition> {
  const addition = (await listAdditionsOf(database(), [id])).get(id);
  if (!addition) {
    const message = "Nothing has joined the key with it. Change the points by hand instead.";
    throw new AppError("conflict", message);
  }
  if (!(await mayTakeBack(actor, addition))) {
    const message = "It counts beyond your classes: whoever accepted it can take it back.";
    throw new AppError("conflict", message);
  }
  return addition;
}

/** Whether the actor may take out of a key what an acceptance has added to it. */
export async function mayTakeBack(actor: Actor, addition: StoredAddition): Promise<boolean> {
  const db = database();
  const { ownerId } = await findBankOwner(db, addition.questionId);
  const instructed = await listInstructedClasses(db, actor.id);
  const instructs = new Set(instructed.map(({ id }) => id));
  return canTakeBack(actor, { ...addition, ownerId, instructs });
}

const looksOtherwise = () =>
  new AppError("conflict", "Something has changed since. Look at what it changes again.");
