import { isDeepStrictEqual } from "node:util";

import type { KeyChange } from "@/lib/domain/questions/gain-answer";
import type { GradedAnswer } from "@/lib/domain/questions/grade-answer";
import type { KeyAddition } from "@/lib/domain/questions/key-addition";
import { drawParameters } from "@/lib/domain/questions/parameters";
import type { Kind } from "@/lib/domain/questions/registry";
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
  type AskedQuestion,
  type MarkState,
} from "@/lib/server/db/regrades";
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
  /** Looked at as if it had come to pass already. */
  trial?: KeyTrial;
};

/** An answer joins the key of a question, or is taken out of it again. */
export type KeyTrial = { questionId: string; addition: KeyAddition; is: "added" | "withdrawn" };

export type FoundChanges = {
  changes: MarkChange[];
  /** Answers that the newer question cannot judge, as it would have been shown differently. */
  incomparable: number;
};

/** What grading anew would change in the marks of submitted attempts. Reads only. */
export async function findMarkChanges(regrading: Regrading): Promise<FoundChanges> {
  const { assignmentId, policy } = regrading;
  const rules = await rulesOf(regrading);
  const found: FoundChanges = { changes: [], incomparable: 0 };
  // Question by question, so that ten thousand attempts need not lie in memory at once.
  for (const questionId of await touchedQuestions(regrading, rules)) {
    const judge = judgeOf(regrading, rules);
    for (const item of await listMarkedItems(database(), assignmentId, [questionId])) {
      const { mark, isComparable, isRuled } = await judge(item);
      if (!isComparable) found.incomparable += 1;
      // What is decided for everybody is not left out where it takes points.
      const after = regradedMark(item, mark, isRuled ? "replace" : policy);
      if (after) found.changes.push(changeOf(item, after));
    }
  }
  return found;
}

type Rules = {
  asked: readonly AskedQuestion[];
  keys: ClassKeys;
  /** With what is to be withdrawn: only what that made right is judged otherwise. */
  keysBefore: ClassKeys | null;
  rulingsBefore: Rulings;
  rulingsAfter: Rulings;
  /** Null where points are left as they are. */
  pointsToday: ReturnType<typeof pointsByQuestion> | null;
};

async function rulesOf(regrading: Regrading): Promise<Rules> {
  const { assignmentId, questionIds, trial } = regrading;
  const db = database();
  const { classId, quizContent, ownerId } = await findQuizOfAssignment(db, assignmentId);
  const asked = (await listAskedQuestions(db, assignmentId)).filter(
    ({ questionId }) => questionIds?.includes(questionId) ?? true,
  );
  const ids = asked.map(({ questionId }) => questionId);
  const rulingsBefore = await listRulings(db, assignmentId);
  return {
    asked,
    keys: await keysOfClass(db, classId, ids, trial && changesOf(trial)),
    keysBefore:
      trial?.is === "withdrawn"
        ? await keysOfClass(db, classId, ids, changesOf({ ...trial, is: "added" }))
        : null,
    rulingsBefore,
    rulingsAfter: regrading.rulings ?? rulingsBefore,
    pointsToday: regrading.points
      ? pointsByQuestion(QuizContentSchema.parse(quizContent), await poolQuestions(ownerId))
      : null,
  };
}

function changesOf({ questionId, addition, is }: KeyTrial): Map<string, KeyChange> {
  const [added, withdrawn] = is === "added" ? [[addition], []] : [[], [addition]];
  return new Map([[questionId, { added, withdrawn }]]);
}

/** The others stay as they are, so that their answers need not be read. */
async function touchedQuestions({ keys: by }: Regrading, rules: Rules): Promise<string[]> {
  const { asked, keys, rulingsBefore, rulingsAfter } = rules;
  const touched: string[] = [];
  for (const one of asked) {
    const { questionId, oldestVersion } = one;
    const key = by === "newest" ? await keys.newest(questionId) : null;
    const isJudged =
      by === "graded" || (key !== null && (key.version !== oldestVersion || !key.isAsWritten));
    const isRuled = !isDeepStrictEqual(rulingsBefore.get(questionId), rulingsAfter.get(questionId));
    if (isJudged || isRuled || isWorthOther(one, rules)) touched.push(questionId);
  }
  return touched;
}

const isWorthOther = ({ questionId, worth }: AskedQuestion, { pointsToday }: Rules): boolean =>
  worth.some(({ section, points }) => (pointsToday?.(section, questionId) ?? points) !== points);

type Judged = { mark: MarkState; isComparable: boolean; isRuled: boolean };

/** Of one question. */
function judgeOf({ keys: by }: Regrading, rules: Rules) {
  const { keys, keysBefore, rulingsBefore, rulingsAfter, pointsToday } = rules;
  const judging = { keys, keysBefore, judged: judgingOnce(), judgedBefore: judgingOnce() };
  return async (item: MarkedItem): Promise<Judged> => {
    const { questionId, section } = item;
    const judged = by === null ? markOf(item) : await rejudged(item, { ...judging, by });
    const wasRuled = isByRuling(item, rulingsBefore.get(questionId) ?? null);
    const given = wasRuled ? item.askedPoints : item.points;
    const plain = plainMark(judged ?? markOf(item), {
      wasRuled,
      points: pointsToday?.(section, questionId) ?? given,
    });
    const ruling = rulingsAfter.get(questionId);
    const isRuled = wasRuled || (ruling !== undefined && plain.override === null);
    const mark = ruling && plain.override === null ? ruledMark(plain, ruling) : plain;
    return { mark, isComparable: judged !== null, isRuled };
  };
}

/** Before any ruling. */
const plainMark = (
  mark: MarkState,
  { wasRuled, points }: { wasRuled: boolean; points: number },
): MarkState => (wasRuled ? withoutRuling(mark, points) : { ...mark, points });

type Judge = (item: MarkedItem, asked: Key, key: Key) => GradedAnswer | null;

type Judging = Pick<Rules, "keys" | "keysBefore"> & {
  by: "newest" | "graded";
  judged: Judge;
  judgedBefore: Judge;
};

/** Null when the key cannot judge the answer. */
async function rejudged(item: MarkedItem, judging: Judging): Promise<MarkState | null> {
  if (item.isMarkedByHand) return markOf(item);
  const { keys, keysBefore, judged, judgedBefore } = judging;
  const key = await keyFor(item, judging);
  if (!key) return markOf(item);
  const asked = await keys.at(item.questionId, item.questionVersion);
  const graded = asked && judged(item, asked, key);
  if (!graded) return null;
  const { outcome, score } = graded;
  const was = keysBefore && (await judgedByGiven(item, keysBefore, judgedBefore));
  if (was?.outcome === outcome && was.score === score) return markOf(item);
  return { ...markOf(item), gradedVersion: key.version, outcome, score, graded };
}

/** Null where it says nothing else than the one that the mark goes by. */
async function keyFor(
  { questionId, gradedVersion }: MarkedItem,
  { keys, keysBefore, by }: Judging,
): Promise<Key | null> {
  const key =
    by === "newest" ? await keys.newest(questionId) : await keys.at(questionId, gradedVersion);
  const isSame = key?.version === gradedVersion && key.isAsWritten && !keysBefore;
  return isSame ? null : key;
}

/** By the key that the mark goes by. */
async function judgedByGiven(
  item: MarkedItem,
  keys: ClassKeys,
  judge: Judge,
): Promise<GradedAnswer | null> {
  const { questionId, questionVersion, gradedVersion } = item;
  const key = await keys.at(questionId, gradedVersion);
  const asked = await keys.at(questionId, questionVersion);
  return asked && key && judge(item, asked, key);
}

/** Kinds whose answers say the same whatever the shuffle. */
const TYPED: ReadonlySet<Kind> = new Set(["kubectl", "short", "number", "blanks"]);

/** Many students type the same: each answer to each variant is judged once. */
function judgingOnce(): Judge {
  const known = new Map<string, GradedAnswer | null>();
  return ({ seed, answer }, asked, key) => {
    const judge = () => judgeAnew(asked.content, key.content, seed, answer);
    if (!TYPED.has(key.content.kind)) return judge();
    const drawn = [asked, key].map(({ version, content }) => [
      version,
      drawParameters(content.parameters ?? {}, seed),
    ]);
    const name = JSON.stringify([drawn, answer]);
    const before = known.get(name);
    if (before !== undefined) return before;
    const graded = judge();
    known.set(name, graded);
    return graded;
  };
}

const markOf = (item: MarkedItem): MarkState => {
  const { gradedVersion, outcome, score, points, graded, override, overrideReason } = item;
  return { gradedVersion, outcome, score, points, graded, override, overrideReason };
};

function changeOf(item: MarkedItem, after: MarkState): MarkChange {
  const { userId, attemptId, position } = item;
  const before = markOf(item);
  const isJudged = after.graded !== before.graded;
  const said = (mark: MarkState) => (isJudged ? mark : withoutGraded(mark));
  return { userId, attemptId, position, before: said(before), after: said(after) };
}

const withoutGraded = ({ graded: _graded, ...mark }: MarkState): MarkState => mark;
