import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { pointsByQuestion } from "@/lib/domain/quizzes/points-by-question";
import { QuizContentSchema, type QuizContent } from "@/lib/domain/quizzes/quiz-content";
import { regradedMark, type RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import { catalogueFor, findVersion } from "@/lib/server/content/catalogue";
import { findAssignmentForMember, type AssignmentForMember } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import {
  countChanges,
  createRegrade,
  listAskedQuestions,
  listMarkedItems,
  lockRegrade,
  moveMarks,
  setRegradeState,
  type MarkChange,
  type MarkedItem,
  type StoredRegrade,
} from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { judgeAnew } from "@/lib/server/quizzes/judge-anew";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";

export type RegradePreview = {
  id: string;
  changes: MarkChange[];
  /** Answers that the newer question cannot judge, as it would have been shown differently. */
  incomparable: number;
};

/**
 * Works out what the keys and points of today would change in the marks of an
 * assignment, and keeps that, changing nothing yet.
 */
export async function previewRegrade(
  actor: Actor,
  input: { assignmentId: string; policy: RegradePolicy; cause: "key" | "points" | "appeal" },
  now: Date,
): Promise<RegradePreview> {
  const { assignment, quiz } = await requireInstructor(actor, input.assignmentId);
  const content = QuizContentSchema.parse(quiz.content);
  const { changes, incomparable } = await findChanges(
    { assignmentId: assignment.id, ownerId: quiz.ownerId },
    content,
    input.policy,
  );
  const id = uuidV7();
  const regrade = { id, ...input, createdById: actor.id, createdAt: now };
  await database().$transaction((db) => createRegrade(db, regrade, changes));
  return { id, changes, incomparable };
}

/** Puts a preview into force. Marks that changed since are a reason to look again. */
export const applyRegrade = (actor: Actor, { id }: { id: string }, now: Date): Promise<void> =>
  move(actor, id, "previewed", now);

/** Puts every mark back as it was before. */
export const undoRegrade = (actor: Actor, { id }: { id: string }, now: Date): Promise<void> =>
  move(actor, id, "applied", now);

/** The moves of a regrade: once in each direction, sent again it is done already. */
async function move(
  actor: Actor,
  id: string,
  from: "previewed" | "applied",
  now: Date,
): Promise<void> {
  await database().$transaction(async (db) => {
    const regrade = await lockRegrade(db, id);
    if (!regrade) throw noSuchRegrade();
    await requireInstructor(actor, regrade.assignmentId, db);
    if (regrade.state !== from) return;
    await setGradeCause(db, {
      actorId: actor.id,
      cause: from === "applied" ? "regrade-undone" : causeOf(regrade),
      reason: `Regrade ${id}`,
    });
    const moved = await moveMarks(db, id, from === "previewed" ? "before" : "after", now);
    if (moved.length < (await countChanges(db, id))) {
      throw new AppError("conflict", "Some of these marks were changed since. Preview again.");
    }
    await gradeAssignment(db, regrade.assignmentId, [...new Set(moved)], now);
    await setRegradeState(
      db,
      id,
      from === "previewed"
        ? { state: "applied", appliedAt: now }
        : { state: "undone", undoneAt: now },
    );
  });
}

const causeOf = ({ cause }: StoredRegrade) => (cause === "appeal" ? "appeal" : "regrade");

async function findChanges(
  { assignmentId, ownerId }: { assignmentId: string; ownerId: string },
  content: QuizContent,
  policy: RegradePolicy,
) {
  const db = database();
  const [{ questions }, pool] = await Promise.all([catalogueFor(ownerId), poolQuestions(ownerId)]);
  const points = pointsByQuestion(content, pool);
  const changes: MarkChange[] = [];
  let incomparable = 0;
  // Question by question, so that ten thousand attempts need not lie in memory at once.
  for (const questionId of await listAskedQuestions(db, assignmentId)) {
    const newest = questions.get(questionId);
    const judge = newest && anewBy({ version: newest.version, content: newest.content });
    for (const item of await listMarkedItems(db, assignmentId, [questionId])) {
      const worth = points(item.section, questionId) ?? item.points;
      const judged = judge ? await judge(item) : unchanged(item);
      if (!judged) incomparable += 1;
      const after = { ...(judged ?? unchanged(item)), points: worth };
      if (!regradedMark(item, after, policy)) continue;
      const { userId, attemptId, position, gradedVersion, outcome, score, graded } = item;
      const before = { gradedVersion, outcome, score, points: item.points, graded };
      changes.push({ userId, attemptId, position, before, after });
    }
  }
  return { changes, incomparable };
}

type Judged = { gradedVersion: number; outcome: string; score: number | null; graded: object };

const unchanged = ({ gradedVersion, outcome, score, graded }: MarkedItem): Judged => ({
  gradedVersion,
  outcome,
  score,
  graded,
});

function anewBy(newest: { version: number; content: QuestionContent }) {
  return async (item: MarkedItem): Promise<Judged | null> => {
    if (item.gradedVersion === newest.version || item.isMarkedByHand) return unchanged(item);
    const asked = await findVersion(item.questionId, item.questionVersion);
    const graded = asked && judgeAnew(asked, newest.content, item.seed, item.answer);
    if (!graded) return null;
    const { outcome, score } = graded;
    return { gradedVersion: newest.version, outcome, score, graded };
  };
}

async function requireInstructor(
  actor: Actor,
  assignmentId: string,
  db = database() as Parameters<typeof findAssignmentForMember>[0],
): Promise<AssignmentForMember> {
  const found = await findAssignmentForMember(db, assignmentId, actor.id);
  if (!found || !canRunClass(actor, found.place)) throw noSuchRegrade();
  return found;
}

const noSuchRegrade = () => new AppError("not-found", "There is no such assignment.");
