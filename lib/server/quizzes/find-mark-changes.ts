import { pointsByQuestion } from "@/lib/domain/quizzes/points-by-question";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import type { RegradeRequest } from "@/lib/domain/quizzes/regrade-input";
import {
  isByRuling,
  regradedMark,
  ruledMark,
  withoutRuling,
  type RegradePolicy,
} from "@/lib/domain/quizzes/regrade-item";
import { database } from "@/lib/server/db/client";
import { listRulings, type Rulings } from "@/lib/server/db/question-rulings";
import {
  findQuizOfAssignment,
  listAskedQuestions,
  listMarkedItems,
  type MarkChange,
  type MarkedItem,
  type MarkState,
} from "@/lib/server/db/regrades";
import type { AdditionsByQuestion } from "@/lib/server/db/key-additions";
import { judgeAnew } from "@/lib/server/quizzes/judge-anew";
import { keysOfClass, type ClassKeys, type Key } from "@/lib/server/quizzes/newest-keys";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";

export type Regrading = Pick<RegradeRequest, "points"> & {
  assignmentId: string;
  policy: RegradePolicy;
  /** "newest": by today's keys; "graded": by the key of each mark, with what was added to it since. */
  keys: "newest" | "graded" | null;
  /** Those that are to be in force; null leaves them as they are. */
  rulings: Rulings | null;
  /** Only these; null for all that were asked. */
  questionIds: readonly string[] | null;
  /** Looked at as if it had been added to keys already. */
  more?: AdditionsByQuestion;
};

export type FoundChanges = {
  changes: MarkChange[];
  /** Answers that were looked at. */
  answers: number;
  /** Of those, answers that the newer question cannot judge, as it would have been shown differently. */
  incomparable: number;
};

/** What grading anew would change in the marks of submitted attempts. Reads only. */
export async function findMarkChanges(regrading: Regrading): Promise<FoundChanges> {
  const { assignmentId, policy, questionIds } = regrading;
  const db = database();
  const asked = questionIds ?? (await listAskedQuestions(db, assignmentId));
  const judge = await judgeOf(regrading, asked);
  const found: FoundChanges = { changes: [], answers: 0, incomparable: 0 };
  // Question by question, so that ten thousand attempts need not lie in memory at once.
  for (const questionId of asked) {
    for (const item of await listMarkedItems(db, assignmentId, [questionId])) {
      const { mark, isComparable, isRuled } = await judge(item);
      found.answers += 1;
      if (!isComparable) found.incomparable += 1;
      // What is decided for everybody is not left out where it takes points.
      const after = regradedMark(item, mark, isRuled ? "replace" : policy);
      if (after) found.changes.push(changeOf(item, after));
    }
  }
  return found;
}

type Judged = { mark: MarkState; isComparable: boolean; isRuled: boolean };

async function judgeOf(regrading: Regrading, asked: readonly string[]) {
  const { assignmentId, points: takesPoints, keys: by, more } = regrading;
  const db = database();
  const { classId, quizContent, ownerId } = await findQuizOfAssignment(db, assignmentId);
  const before = await listRulings(db, assignmentId);
  const after = regrading.rulings ?? before;
  const keys = await keysOfClass(db, classId, asked, more);
  const today = takesPoints
    ? pointsByQuestion(QuizContentSchema.parse(quizContent), await poolQuestions(ownerId))
    : null;
  return async (item: MarkedItem): Promise<Judged> => {
    const { questionId, section } = item;
    const judged = by === null ? markOf(item) : await rejudged(item, keys, by);
    const wasRuled = isByRuling(item, before.get(questionId) ?? null);
    const worth = today?.(section, questionId) ?? (wasRuled ? item.askedPoints : item.points);
    const plain: MarkState = wasRuled
      ? withoutRuling(judged ?? markOf(item), worth)
      : { ...(judged ?? markOf(item)), points: worth };
    const ruling = after.get(questionId);
    const isRuled = wasRuled || (ruling !== undefined && plain.override === null);
    const mark = ruling && plain.override === null ? ruledMark(plain, ruling) : plain;
    return { mark, isComparable: judged !== null, isRuled };
  };
}

/** Null when the key cannot judge the answer. */
async function rejudged(
  item: MarkedItem,
  keys: ClassKeys,
  by: "newest" | "graded",
): Promise<MarkState | null> {
  if (item.isMarkedByHand) return markOf(item);
  const { questionId, questionVersion, gradedVersion } = item;
  const key =
    by === "newest" ? await keys.newest(questionId) : await keys.at(questionId, gradedVersion);
  if (!key || (key.version === gradedVersion && !key.hasAdditions)) return markOf(item);
  const asked = await keys.at(questionId, questionVersion);
  return asked && judgedBy(item, asked, key);
}

function judgedBy(item: MarkedItem, asked: Key, key: Key): MarkState | null {
  const graded = judgeAnew(asked.content, key.content, item.seed, item.answer);
  if (!graded) return null;
  const { outcome, score } = graded;
  return { ...markOf(item), gradedVersion: key.version, outcome, score, graded };
}

const markOf = (item: MarkedItem): MarkState => {
  const { gradedVersion, outcome, score, points, graded, override, overrideReason } = item;
  return { gradedVersion, outcome, score, points, graded, override, overrideReason };
};

const changeOf = (item: MarkedItem, after: MarkState): MarkChange => {
  const { userId, attemptId, position } = item;
  return { userId, attemptId, position, before: markOf(item), after };
};
