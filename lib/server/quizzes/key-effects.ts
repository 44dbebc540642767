/** What it does to marks when an answer joins a question's key, or leaves it again. */
import { createHash } from "node:crypto";
import { v7 as uuidV7 } from "uuid";

import type { KeyScope } from "@/lib/domain/quizzes/appeal-input";
import type { RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import type { AffectedAssignment, StoredAppeal } from "@/lib/server/db/appeals";
import { database, type Db } from "@/lib/server/db/client";
import type { GradeCause } from "@/lib/server/db/grades";
import { findNames } from "@/lib/server/db/people";
import { createRegrade, markKey, type MarkChange } from "@/lib/server/db/regrades";
import { carryThrough, catchUp } from "@/lib/server/quizzes/carry-through";
import {
  findMarkChanges,
  type FoundChanges,
  type KeyTrial,
  type Regrading,
} from "@/lib/server/quizzes/find-mark-changes";

export type KeyEffects = {
  affected: { assignment: AffectedAssignment; regrading: Regrading; found: FoundChanges }[];
  /** Says whether all of this is still so. */
  fingerprint: string;
};

/** On answers to the question in these assignments. Reads only. */
export async function findKeyEffects(
  trial: KeyTrial,
  assignments: readonly AffectedAssignment[],
  { policy, scope }: { policy: RegradePolicy; scope: KeyScope },
): Promise<KeyEffects> {
  const affected: KeyEffects["affected"] = [];
  for (const assignment of assignments) {
    const regrading: Regrading = {
      assignmentId: assignment.id,
      policy,
      keys: "graded",
      points: false,
      rulings: null,
      questionIds: [trial.questionId],
      trial,
    };
    affected.push({ assignment, regrading, found: await findMarkChanges(regrading) });
  }
  const said = affected.map(({ assignment, found }) => [assignment.id, found.changes]);
  const text = JSON.stringify([trial, scope, said]);
  return { affected, fingerprint: createHash("sha256").update(text).digest("hex") };
}

export type EffectsPreview = {
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
};

/** For those who are to decide. */
export async function previewOf({ affected, fingerprint }: KeyEffects): Promise<EffectsPreview> {
  const names = await findNames(
    database(),
    changesOf(affected).map(({ userId }) => userId),
  );
  return {
    fingerprint,
    changes: affected.flatMap(({ assignment, found }) =>
      found.changes.map(({ userId, before, after }) => ({
        name: names.get(userId) ?? "",
        assignment: titleOf(assignment),
        before: itemPoints(before),
        after: itemPoints(after),
        most: after.points,
      })),
    ),
    assignments: affected.map(({ assignment }) => titleOf(assignment)),
  };
}

const titleOf = ({ title, className }: AffectedAssignment): string => `${title}, ${className}`;

const changesOf = (affected: KeyEffects["affected"]): MarkChange[] =>
  affected.flatMap(({ found }) => found.changes);

type Carrying = { appealId: string; cause: GradeCause & { cause: "appeal" | "appeal-undone" } };

export type CarriedRegrade = { id: string; regrading: Regrading };

/** Part of the transaction that changes the key: puts the changes into force, a regrade for each assignment. */
export async function carryEffects(
  db: Db,
  { affected }: KeyEffects,
  { appealId, cause }: Carrying,
  now: Date,
): Promise<CarriedRegrade[]> {
  const made: CarriedRegrade[] = [];
  for (const { regrading, found } of affected) {
    const { assignmentId, policy, questionIds } = regrading;
    const regrade = {
      id: uuidV7(),
      assignmentId,
      policy,
      cause: cause.cause,
      reason: cause.reason ?? "",
      request: { questionIds, appealId },
      incomparable: 0,
      createdById: cause.actorId ?? "",
      createdAt: now,
    };
    await createRegrade(db, regrade, found.changes);
    await carryThrough(db, { id: regrade.id, assignmentId, rulings: null, cause }, now);
    made.push({ id: regrade.id, regrading });
  }
  return made;
}

/** After it: for those who were handing in at that very moment. */
export async function catchUpAll(
  made: readonly CarriedRegrade[],
  cause: GradeCause,
  now: Date,
): Promise<void> {
  for (const { id, regrading } of made) await catchUp(regrading, { id, cause }, now);
}

/** Those of these appeals that are about a mark of which that is so. */
export function appealsAbout(
  appeals: readonly StoredAppeal[],
  { affected }: KeyEffects,
  isSo: (change: MarkChange) => boolean,
): StoredAppeal[] {
  const marks = new Set(changesOf(affected).filter(isSo).map(markKey));
  return appeals.filter((appeal) => marks.has(markKey(appeal)));
}
