import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type {
  AcceptIntoKey,
  AcceptWithPoints,
  AppealRef,
  PreviewAcceptance,
  RefuseAppeal,
} from "@/lib/domain/quizzes/appeal-input";
import {
  findAppeal,
  listAppealsAt,
  listInstructedClasses,
  lockAppeal,
  type StoredAppeal,
} from "@/lib/server/db/appeals";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import { createAddition, lockKey } from "@/lib/server/db/key-additions";
import { lockMark } from "@/lib/server/db/marking";
import { saveOverride } from "@/lib/server/db/overrides";
import { AppError } from "@/lib/server/errors";
import { findAcceptance, type Acceptance } from "@/lib/server/quizzes/acceptance";
import { publishAdditions } from "@/lib/server/quizzes/add-to-key";
import { LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { concludeAppeal } from "@/lib/server/quizzes/conclude-appeal";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import {
  appealsAbout,
  carryEffects,
  catchUpAll,
  previewOf,
  type CarriedRegrade,
  type EffectsPreview,
} from "@/lib/server/quizzes/key-effects";
import { requireAppeal } from "@/lib/server/quizzes/require-appeal";

/** Whether this answered the appeal, or somebody else had already. */
export type Answered = { status: "answered" | "was-answered" };

/** The mark stays. */
export async function refuseAppeal(
  actor: Actor,
  input: RefuseAppeal,
  now: Date,
): Promise<Answered> {
  await requireAppeal(actor, input);
  return database().$transaction(async (db) => {
    const appeal = await lockOpen(db, input);
    if (!appeal) return { status: "was-answered" };
    await concludeAppeal(db, appeal, { actor, state: "refused", reply: input.reply }, now);
    return { status: "answered" };
  });
}

/** This answer gets points; nobody else's does. */
export async function acceptWithPoints(
  actor: Actor,
  input: AcceptWithPoints,
  now: Date,
): Promise<Answered> {
  const { points, reply } = input;
  await requireAppeal(actor, input);
  return database().$transaction(async (db) => {
    const appeal = await lockOpen(db, input);
    if (!appeal) return { status: "was-answered" };
    const { userId, assignmentId } = appeal;
    const mark = await lockMark(db, assignmentId, appeal);
    if (!mark) throw new Error(`Appeal ${appeal.id} is about no mark`);
    await setGradeCause(db, causeOf(actor, reply));
    await saveOverride(db, appeal, {
      override: points,
      overrideReason: reply,
      markedById: actor.id,
      gradedAt: new Date(Math.max(now.getTime(), mark.gradedAt.getTime() + 1)),
    });
    await gradeAssignment(db, assignmentId, [userId], now);
    await concludeAppeal(db, appeal, { actor, state: "accepted", reply }, now);
    return { status: "answered" };
  });
}

export type AcceptancePreview = EffectsPreview & {
  /** Classes in which the answer is right from then on; null for everywhere. */
  classes: string[] | null;
};

/** What accepting the answer as right would change, for whom. Changes nothing. */
export async function previewAcceptance(
  actor: Actor,
  input: PreviewAcceptance,
): Promise<AcceptancePreview> {
  const appeal = await requireAppeal(actor, input);
  if (appeal.state !== "open") throw new AppError("conflict", "It was answered meanwhile.");
  return {
    ...(await previewOf(await findAcceptance(actor, appeal, input))),
    classes:
      input.scope === "everywhere"
        ? null
        : (await listInstructedClasses(database(), actor.id)).map(({ name }) => name),
  };
}

/**
 * The answer is right from now on, in the actor's classes or everywhere: it joins the key,
 * and every equivalent answer in what the actor may grade gains, once. Refused when that is
 * not any more what was looked at.
 */
export async function acceptIntoKey(
  actor: Actor,
  input: AcceptIntoKey,
  now: Date,
): Promise<Answered> {
  const known = await requireAppeal(actor, input);
  if (known.state !== "open") return { status: "was-answered" };
  const acceptance = await findSame(actor, known, input).catch(async (error: unknown) => {
    // By somebody who accepted it in this very moment the answer is right already.
    if ((await findAppeal(database(), known.id))?.state === "open") throw error;
    return null;
  });
  if (!acceptance) return { status: "was-answered" };
  const cause = causeOf(actor, input.reply);
  const made = await database().$transaction(async (db) => {
    await lockKey(db, acceptance.questionId);
    const appeal = await lockOpen(db, input);
    return appeal && (await accept(db, { actor, appeal, acceptance, input, cause, now }));
  }, LONG_TRANSACTION);
  if (!made) return { status: "was-answered" };
  await catchUpAll(made, cause, now);
  return { status: "answered" };
}

/** What it changes, when that is what was looked at. */
async function findSame(
  actor: Actor,
  appeal: StoredAppeal,
  input: AcceptIntoKey,
): Promise<Acceptance> {
  const acceptance = await findAcceptance(actor, appeal, input);
  if (acceptance.fingerprint !== input.fingerprint) throw looksOtherwise();
  return acceptance;
}

type Accepting = {
  actor: Actor;
  appeal: StoredAppeal;
  acceptance: Acceptance;
  input: AcceptIntoKey;
  cause: ReturnType<typeof causeOf>;
  now: Date;
};

async function accept(db: Db, accepting: Accepting): Promise<CarriedRegrade[]> {
  const { actor, appeal, acceptance, input, cause, now } = accepting;
  const { questionId, addition } = acceptance;
  const everywhere = input.scope === "everywhere";
  const classes = everywhere ? [] : await listInstructedClasses(db, actor.id);
  await createAddition(db, {
    id: uuidV7(),
    questionId,
    answer: addition,
    appealId: appeal.id,
    everywhere,
    classIds: classes.map(({ id }) => id),
    addedById: actor.id,
    addedAt: now,
  });
  if (everywhere) await publishAdditions(db, questionId, now);
  const made = await carryEffects(db, acceptance, { appealId: appeal.id, cause }, now);
  await concludeAll(db, accepting);
  return made;
}

/** Others who contested the same are answered with it: their marks have been put right. */
async function concludeAll(
  db: Db,
  { actor, appeal, acceptance, input, now }: Accepting,
): Promise<void> {
  const ids = acceptance.affected.map(({ assignment }) => assignment.id);
  const open = await listAppealsAt(db, ids, "open");
  const raised = appealsAbout(open, acceptance, ({ after }) => after.outcome === "right");
  const answer = { actor, state: "accepted", reply: input.reply } as const;
  for (const one of [appeal, ...raised.filter(({ id }) => id !== appeal.id)]) {
    await concludeAppeal(db, one, answer, now);
  }
}

/** Null when somebody has answered it, or its student has taken it back. */
async function lockOpen(db: Db, { appealId }: AppealRef): Promise<StoredAppeal | null> {
  const appeal = await lockAppeal(db, appealId);
  return appeal?.state === "open" ? appeal : null;
}

const causeOf = (actor: Actor, reply: string) =>
  ({ actorId: actor.id, cause: "appeal", reason: reply === "" ? null : reply }) as const;

const looksOtherwise = () =>
  new AppError("conflict", "Something has changed since. Look at what it changes again.");
