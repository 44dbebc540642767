import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import { samplePrompt } from "@/lib/domain/questions/sample-prompt";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import { findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { findNames } from "@/lib/server/db/people";
import { listRulings } from "@/lib/server/db/question-rulings";
import {
  listAskedVersions,
  listChangedAnswers,
  listRegrades,
  type ChangedAnswer,
  type RegradeRow,
} from "@/lib/server/db/regrades";
import { findStaleKeys, findStalePoints } from "@/lib/server/quizzes/find-stale-marks";
import { previewTotals, type PreviewedTotals } from "@/lib/server/quizzes/preview-totals";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { StoredRequestSchema } from "@/lib/server/quizzes/stored-request";

export type RegradeQuestion = {
  id: string;
  prompt: string;
  ruling: "full" | "left-out" | null;
  /** A newer key than marks go by. */
  hasNewerKey: boolean;
  /** Marks that are out of other points than the quiz now gives. */
  hasOtherPoints: boolean;
};

export type PreviewedChange = {
  name: string;
  questionId: string;
  before: string;
  after: string;
};

export type RegradePreview = {
  id: string;
  policy: "replace" | "raise-only";
  keys: boolean;
  points: boolean;
  reason: string;
  incomparable: number;
  changes: PreviewedChange[];
  raised: number;
  lowered: number;
  totals: PreviewedTotals;
};

export type PastRegrade = {
  id: string;
  appliedAt: string;
  undoneAt: string | null;
  by: string | null;
  cause: "regrade" | "appeal";
  reason: string;
  changes: number;
};

export type RegradeView = {
  title: string;
  timeZone: string;
  questions: RegradeQuestion[];
  preview: RegradePreview | null;
  past: PastRegrade[];
};

/** What can be graded anew at an assignment, what was, and a preview if there is one. */
export async function viewRegrade(
  actor: Actor,
  ref: AssignmentRef,
  previewId: string | null,
): Promise<RegradeView> {
  const { id, title, group } = await requireGradable(actor, ref, canRunClass);
  const rows = await listRegrades(database(), id);
  const preview = rows.find((row) => row.id === previewId && row.state === "previewed");
  const past = rows.filter(({ appliedAt }) => appliedAt !== null);
  const names = await findNames(
    database(),
    past.map(({ createdById }) => createdById),
  );
  return {
    title,
    timeZone: group.timeZone,
    questions: await questionsOf(id),
    preview: preview ? await previewOf(preview) : null,
    past: past.map((row) => toPast(row, names)),
  };
}

async function questionsOf(assignmentId: string): Promise<RegradeQuestion[]> {
  const db = database();
  const [asked, rulings, newer, other] = await Promise.all([
    listAskedVersions(db, assignmentId),
    listRulings(db, assignmentId),
    findStaleKeys(assignmentId),
    findStalePoints(assignmentId),
  ]);
  return Promise.all(
    asked.map(async ({ questionId: id, version }) => {
      const content = await findVersion(id, version);
      return {
        id,
        prompt: content ? samplePrompt(content) : id,
        ruling: rulings.get(id)?.ruling ?? null,
        hasNewerKey: newer.has(id),
        hasOtherPoints: other.has(id),
      };
    }),
  );
}

async function previewOf(row: RegradeRow): Promise<RegradePreview> {
  const db = database();
  const changes = await listChangedAnswers(db, row.id);
  const names = await findNames(db, [...new Set(changes.map(({ userId }) => userId))]);
  const { keys, points } = StoredRequestSchema.parse(row.request);
  const moves = changes.map(
    ({ before, after }) => (itemPoints(after) ?? 0) - (itemPoints(before) ?? 0),
  );
  return {
    id: row.id,
    policy: row.policy === "replace" ? "replace" : "raise-only",
    keys,
    points,
    reason: row.reason,
    incomparable: row.incomparable,
    changes: changes.map((change) => toPreviewed(change, names)),
    raised: moves.filter((move) => move > 0).length,
    lowered: moves.filter((move) => move < 0).length,
    totals: await previewTotals(row.assignmentId, changes, names),
  };
}

const toPreviewed = (
  { userId, questionId, before, after }: ChangedAnswer,
  names: ReadonlyMap<string, string>,
): PreviewedChange => ({
  name: names.get(userId) ?? "",
  questionId,
  before: wordsOf(before),
  after: wordsOf(after),
});

function wordsOf(mark: ChangedAnswer["before"]): string {
  const points = itemPoints(mark);
  return points === null ? "not marked" : `${points} of ${mark.points}`;
}

const toPast = (row: RegradeRow, names: ReadonlyMap<string, string>): PastRegrade => ({
  id: row.id,
  appliedAt: (row.appliedAt ?? row.createdAt).toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
  by: names.get(row.createdById) ?? null,
  cause: row.cause === "regrade" ? "regrade" : "appeal",
  reason: row.reason,
  changes: row.changes,
});
