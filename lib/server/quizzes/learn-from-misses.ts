import { v5 as uuidV5 } from "uuid";

import { isMiss } from "@/lib/domain/quizzes/is-miss";
import { database, type Db } from "@/lib/server/db/client";
import {
  findMissReviews,
  listJudgedAnswers,
  listWhoHandedIn,
  reviveReviews,
  type JudgedAnswer,
} from "@/lib/server/db/misses";
import { findAssignment } from "@/lib/server/db/quizzes";
import { lockLog } from "@/lib/server/db/review-log";
import { createReview, markReviewsUndone, type NewReview } from "@/lib/server/db/reviews";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { findVersion } from "@/lib/server/content/catalogue";
import { changeAnswers } from "@/lib/server/study/change-answers";

/** Never changed: the ids of reviews follow from it. */
const MISSES_NAMESPACE = "4f0c6a9e-52c4-5d0b-8a54-0f3c2b7f9d11";

/**
 * Makes each miss of a released assignment a review of that student, rated Again and
 * dated when it was handed in; once, however often this runs. A miss that a corrected key
 * or a marker has put right is taken out of the log again. Of a private bank that the
 * student cannot study no card is made: nobody would ask it. Before release, and once its
 * class is gone, nothing happens.
 */
export async function learnFromMisses(
  assignmentId: string,
  userIds: readonly string[] | null,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const assignment = await findAssignment(database(), assignmentId);
  if (!assignment?.releasedAt) return;
  for (const userId of userIds ?? (await listWhoHandedIn(database(), assignmentId))) {
    signal?.throwIfAborted();
    await database().$transaction((db) => learnOne(db, assignmentId, userId, now));
  }
}

async function learnOne(db: Db, assignmentId: string, userId: string, now: Date): Promise<void> {
  await lockLog(db, userId);
  const answers = await listJudgedAnswers(db, assignmentId, userId);
  const known = await findMissReviews(db, userId, answers.map(reviewId));
  const missed = answers.filter((answer) => isMiss(answer) === true);
  const added = missed.filter((answer) => answer.isStudied && !known.has(reviewId(answer)));
  const revived = missed.filter((answer) => known.get(reviewId(answer))?.counts === false);
  const undone = answers.filter(
    (answer) => isMiss(answer) === false && known.get(reviewId(answer))?.counts === true,
  );
  const touched = [...added, ...revived, ...undone];
  if (touched.length === 0) return;
  const { version: settingsVersion } = await getStudySettings(db, userId);
  const reviews = await Promise.all(
    added.map((answer) => toReview(answer, { userId, settingsVersion, recordedAt: now })),
  );
  const questionIds = touched.map(({ questionId }) => questionId);
  const since = new Date(Math.min(...touched.map(({ submittedAt }) => submittedAt.getTime())));
  await changeAnswers(db, { userId, at: now, since }, questionIds, async () => {
    for (const review of reviews) await createReview(db, review);
    await reviveReviews(db, userId, revived.map(reviewId));
    await markReviewsUndone(db, userId, undone.map(reviewId), now);
  });
}

const reviewId = ({ attemptId, position }: JudgedAnswer): string =>
  uuidV5(`${attemptId} ${position}`, MISSES_NAMESPACE);

async function toReview(
  missed: JudgedAnswer,
  log: Pick<NewReview, "userId" | "settingsVersion" | "recordedAt">,
): Promise<NewReview> {
  const { questionId, questionVersion, seed, answer, graded, outcome, score } = missed;
  const content = await findVersion(questionId, questionVersion);
  return {
    ...log,
    id: reviewId(missed),
    questionId,
    questionVersion,
    seed,
    answer: answer ?? { kind: content?.kind ?? "open", gaveUp: true },
    graded,
    outcome,
    score,
    suggestedRating: 1,
    rating: 1,
    usedHint: false,
    tries: 1,
    reviewedAt: missed.submittedAt,
    durationMs: missed.spentMs,
    purpose: "quiz",
    selfMarks: null,
  };
}
