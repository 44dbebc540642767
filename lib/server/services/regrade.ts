import { isDeepStrictEqual } from "node:util";
import { v7 as uuidV7 } from "uuid";
import { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import type { PreviewRegrade, RegradeRef } from "@/lib/domain/quizzes/regrade-input";
import { REGRADE_POLICIES } from "@/lib/domain/quizzes/regrade-item";
import { database } from "@/lib/server/db/client";
import type { GradeCause } from "@/lib/server/db/grades";
import { listRulings, type Rulings } from "@/lib/server/db/question-rulings";
import {
  createRegrade,
  forgetPreviews,
  listChanges,
  markKey,
  type MarkChange,
  type StoredRegrade,
} from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { carryThrough, catchUp, LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { findMarkChanges, type Regrading } from "@/lib/server/quizzes/find-mark-changes";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { requireRegrade } from "@/lib/server/quizzes/require-regrade";
import { StoredRequestSchema, type StoredRequest } from "@/lib/server/quizzes/stored-request";

/**
 * Works out what today's keys, today's points, or a ruling on a question would change in
 * the marks of an assignment, and keeps that, changing nothing yet.
 */
export async function previewRegrade(
  actor: Actor,
  input: PreviewRegrade,
  now: Date,
): Promise<{ id: string }> {
  const { id: assignmentId } = await requireGradable(actor, input, canRunClass);
  const before = await listRulings(database(), assignmentId);
  const request: StoredRequest = {
    keys: input.keys,
    points: input.points,
    rulings: rulingsOf(input, before),
    rulingsBefore: Object.fromEntries(before),
  };
  return keepPreview(actor, { ...input, assignmentId, request }, now);
}

type Draft = Pick<PreviewRegrade, "policy" | "reason"> & {
  assignmentId: string;
  request: StoredRequest;
};

async function keepPreview(actor: Actor, draft: Draft, now: Date): Promise<{ id: string }> {
  const { assignmentId, policy, reason, request } = draft;
  const { changes, incomparable } = await findMarkChanges(regradingOf(draft));
  const id = uuidV7();
  await database().$transaction(async (db) => {
    await forgetPreviews(db, assignmentId, actor.id);
    const made = { createdById: actor.id, createdAt: now, cause: "regrade" as const };
    const regrade = { ...made, id, assignmentId, policy, reason, request, incomparable };
    await createRegrade(db, regrade, changes);
  }, LONG_TRANSACTION);
  return { id };
}

/** One that is in force already keeps the reason that was given for it. */
function rulingsOf({ rulings, reason }: PreviewRegrade, before: Rulings): StoredRequest["rulings"] {
  return Object.fromEntries(
    Object.entries(rulings).map(([questionId, ruling]) => {
      const known = before.get(questionId);
      return [questionId, known?.ruling === ruling ? known : { ruling, reason }];
    }),
  );
}

const regradingOf = ({ assignmentId, policy, request }: Omit<Draft, "reason">): Regrading => ({
  assignmentId,
  policy,
  points: request.points,
  keys: request.keys ? "newest" : null,
  rulings: new Map(Object.entries(request.rulings)),
  questionIds: null,
});

export type Applied = { status: "applied" } | { status: "stale"; id: string };

/**
 * Puts a preview into force, once. When it does not say any more what would happen, nothing
 * does: there is a new one to look at.
 */
export async function applyRegrade(
  actor: Actor,
  ref: Pick<RegradeRef, "classId" | "assignmentId" | "id">,
  now: Date,
): Promise<Applied> {
  await requireGradable(actor, ref, canRunClass);
  const regrade = await database().$transaction((db) => requireRegrade(db, ref));
  if (regrade.state !== "previewed") return { status: "applied" };
  const draft = draftOf(regrade);
  const isSame = await saysTheSame(regrade.id, draft);
  if (!isSame || !(await tryToApply(actor, ref, draft, now))) {
    // Sent twice at once, the other one may have applied it.
    const again = await database().$transaction((db) => requireRegrade(db, ref));
    if (again.state !== "previewed") return { status: "applied" };
    return { status: "stale", ...(await keepPreview(actor, draft, now)) };
  }
  await catchUp(regradingOf(draft), { id: ref.id, cause: causeOf(actor, draft) }, now);
  return { status: "applied" };
}

/** False when a mark was changed in the moment since it was looked at. */
async function tryToApply(
  actor: Actor,
  ref: AssignmentRef & { id: string },
  draft: Draft,
  now: Date,
): Promise<boolean> {
  const { assignmentId, request } = draft;
  try {
    await database().$transaction(async (db) => {
      const locked = await requireRegrade(db, ref);
      if (locked.state !== "previewed") return;
      const rulings = new Map(Object.entries(request.rulings));
      const carried = { id: locked.id, assignmentId, rulings, cause: causeOf(actor, draft) };
      await carryThrough(db, carried, now);
    }, LONG_TRANSACTION);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}

async function saysTheSame(id: string, draft: Draft): Promise<boolean> {
  const [stored, { changes }] = await Promise.all([
    listChanges(database(), id),
    findMarkChanges(regradingOf(draft)),
  ]);
  const rulings = Object.fromEntries(await listRulings(database(), draft.assignmentId));
  return (
    areSame(inOrder(stored), inOrder(changes)) &&
    isDeepStrictEqual(rulings, draft.request.rulingsBefore)
  );
}

const inOrder = (changes: readonly MarkChange[]): MarkChange[] =>
  changes
    .map((change) => ({ change, key: markKey(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ change }) => change);

/** The second as JSON, which is how the first has been kept. */
const areSame = (stored: readonly MarkChange[], found: readonly MarkChange[]): boolean =>
  stored.length === found.length &&
  stored.every((change, index) =>
    isDeepStrictEqual(change, JSON.parse(JSON.stringify(found[index]))),
  );

/** It is not needed any more. */
export async function discardPreview(actor: Actor, ref: RegradeRef): Promise<void> {
  const { id: assignmentId } = await requireGradable(actor, ref, canRunClass);
  await forgetPreviews(database(), assignmentId, actor.id);
}

function draftOf({ assignmentId, policy, reason, request }: StoredRegrade): Draft {
  return {
    assignmentId,
    policy: z.enum(REGRADE_POLICIES).parse(policy),
    reason,
    request: StoredRequestSchema.parse(request),
  };
}

const causeOf = (actor: Actor, { reason }: Draft): GradeCause => ({
  actorId: actor.id,
  cause: "regrade",
  reason: reason === "" ? null : reason,
});
