import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type {
  AcceptIntoKey,
  AcceptWithPoints,
  AppealRef,
  PreviewAcceptance,
  RefuseAppeal,
} from "@/lib/domain/quizzes/appeal-input";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import { requireClass } from "@/lib/server/classes/require-class";
import {
  findAppeal,
  listInstructedClasses,
  listOpenAppealsAt,
  lockAppeal,
  saveAppealAnswer,
  type StoredAppeal,
} from "@/lib/server/db/appeals";
import { findAssignmentInClass } from "@/lib/server/db/assignments";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause, type GradeCause } from "@/lib/server/db/grades";
import { createAddition, lockKey } from "@/lib/server/db/key-additions";
import { lockMark } from "@/lib/server/db/marking";
import { saveOverride } from "@/lib/server/db/overrides";
import { findNames } from "@/lib/server/db/people";
import { getAssignment } from "@/lib/server/db/quizzes";
import { createRegrade } from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { findAcceptance, type Acceptance } from "@/lib/server/quizzes/acceptance";
import { publishAdditions } from "@/lib/server/quizzes/add-to-key";
import { carryThrough, catchUp, LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { tellPeople } from "@/lib/server/services/tell-people";

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
    await conclude(db, appeal, { actor, state: "refused", reply: input.reply }, now);
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
    await conclude(db, appeal, { actor, state: "accepted", reply }, now);
    return { status: "answered" };
  });
}

export type AcceptancePreview = {
  fingerprint: string;
  changes: {
    name: string;
    assignment: string;
    before: number | null;
    after: number | null;
    most: number;
  }[];
  /** Where it was looked for. */
  assignments: string[];
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
  const { affected, fingerprint } = await findAcceptance(actor, appeal, input);
  const changed = affected.flatMap(({ found }) => found.changes.map(({ userId }) => userId));
  const names = await findNames(database(), changed);
  return {
    fingerprint,
    changes: affected.flatMap(({ assignment, found }) =>
      found.changes.map(({ userId, before, after }) => ({
        name: names.get(userId) ?? "",
        assignment: `${assignment.title}, ${assignment.className}`,
        before: itemPoints(before),
        after: itemPoints(after),
        most: after.points,
      })),
    ),
    assignments: affected.map(({ assignment }) => `${assignment.title}, ${assignment.className}`),
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
  const acceptance = await findAcceptance(actor, known, input).catch(async (error: unknown) => {
    // By somebody who accepted it in this very moment the answer is right already.
    if ((await findAppeal(database(), known.id))?.state === "open") throw error;
    return null;
  });
  if (!acceptance) return { status: "was-answered" };
  if (acceptance.fingerprint !== input.fingerprint) throw looksOtherwise();
  const cause = causeOf(actor, input.reply);
  const made = await database().$transaction(async (db) => {
    await lockKey(db, acceptance.questionId);
    const appeal = await lockOpen(db, input);
    return appeal && (await accept(db, { actor, appeal, acceptance, input, cause, now }));
  }, LONG_TRANSACTION);
  if (!made) return { status: "was-answered" };
  for (const { id, regrading } of made) await catchUp(regrading, { id, cause }, now);
  return { status: "answered" };
}

type Accepting = {
  actor: Actor;
  appeal: StoredAppeal;
  acceptance: Acceptance;
  input: AcceptIntoKey;
  cause: GradeCause;
  now: Date;
};

async function accept(db: Db, accepting: Accepting) {
  const { actor, appeal, acceptance, input, cause, now } = accepting;
  const { questionId, addition, affected } = acceptance;
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
  const made = [];
  for (const { regrading, found } of affected) {
    const { assignmentId, policy } = regrading;
    const id = uuidV7();
    const by = { createdById: actor.id, createdAt: now, cause: "appeal" as const };
    const kept = { incomparable: 0, reason: input.reply, request: { questionIds: [questionId] } };
    await createRegrade(db, { id, assignmentId, policy, ...by, ...kept }, found.changes);
    await carryThrough(db, { id, assignmentId, rulings: null, cause }, now);
    made.push({ id, regrading });
  }
  await concludeAll(db, accepting);
  return made;
}

/** Others who contested the same are answered with it: their marks have been put right. */
async function concludeAll(
  db: Db,
  { actor, appeal, acceptance, input, now }: Accepting,
): Promise<void> {
  const changes = acceptance.affected.flatMap(({ found }) => found.changes);
  const isRaised = (other: StoredAppeal) =>
    changes.some(
      ({ attemptId, position, after }) =>
        attemptId === other.attemptId && position === other.position && after.outcome === "right",
    );
  const open = await listOpenAppealsAt(
    db,
    acceptance.affected.map(({ assignment }) => assignment.id),
  );
  const answer = { actor, state: "accepted", reply: input.reply } as const;
  for (const one of open.filter((other) => other.id === appeal.id || isRaised(other))) {
    await conclude(db, one, answer, now);
  }
}

async function conclude(
  db: Db,
  { id, userId, attemptId, assignmentId }: StoredAppeal,
  { actor, state, reply }: { actor: Actor; state: "accepted" | "refused"; reply: string },
  now: Date,
): Promise<void> {
  await saveAppealAnswer(db, id, { state, reply, answeredById: actor.id, answeredAt: now });
  const { title } = await getAssignment(db, assignmentId);
  await tellPeople(
    db,
    [userId],
    {
      kind: "appeal-answered",
      key: `appeal-answered ${id}`,
      facts: { title, accepted: state === "accepted" },
      link: `/attempts/${attemptId}`,
    },
    now,
  );
}

async function requireAppeal(actor: Actor, { classId, appealId }: AppealRef) {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const appeal = await findAppeal(database(), appealId);
  const found = appeal && (await findAssignmentInClass(database(), group.id, appeal.assignmentId));
  if (!appeal || found?.archivedAt !== null) {
    throw new AppError("not-found", "There is no such appeal.");
  }
  return appeal;
}

/** Null when somebody has answered it, or its student has taken it back. */
async function lockOpen(db: Db, { appealId }: AppealRef): Promise<StoredAppeal | null> {
  const appeal = await lockAppeal(db, appealId);
  return appeal?.state === "open" ? appeal : null;
}

const causeOf = (actor: Actor, reply: string): GradeCause => ({
  actorId: actor.id,
  cause: "appeal",
  reason: reply === "" ? null : reply,
});

const looksOtherwise = () =>
  new AppError("conflict", "Something has changed since. Look at what it changes again.");
