import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import type { ActRequest, ActResponse, QuestionAction } from "@/lib/domain/study/action-contract";
import { findCard } from "@/lib/server/db/cards";
import { createEvents } from "@/lib/server/db/card-events";
import { database, type Db } from "@/lib/server/db/client";
import { findMark, saveMark, UNMARKED, type QuestionMark } from "@/lib/server/db/question-marks";
import { lockLog } from "@/lib/server/db/review-log";
import { createStudyAction, findStudyAction } from "@/lib/server/db/study-actions";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { changeLog } from "@/lib/server/study/replay-cards";
import { toMarks } from "@/lib/server/study/marks-view";
import { studyIndexFor } from "@/lib/server/study/study-index";

/**
 * Sets a question aside, suspends, flags or starts it afresh. All of it can be taken
 * back; the same action sent again does nothing more.
 */
export async function studyAct(actor: Actor, request: ActRequest, now: Date): Promise<ActResponse> {
  const { questionId } = request;
  const index = await studyIndexFor(actor.id);
  const withheld = await findWithheld(database(), actor.id, now);
  if (!index.published(questionId) || !canStudyQuestion(questionId, withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  return database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const done = await findStudyAction(db, actor.id, request.id);
    if (done && (done.kind !== request.kind || done.questionId !== questionId)) {
      throw new AppError("conflict", "This id belongs to another action.");
    }
    const before = await findMark(db, actor.id, questionId);
    if (done) return { marks: toMarks(before, now), recorded: true };
    return act(db, actor.id, request, before, now);
  });
}

async function act(
  db: Db,
  userId: string,
  { id, questionId, kind }: ActRequest,
  before: QuestionMark | null,
  now: Date,
): Promise<ActResponse> {
  const key = { userId, questionId };
  const action = { ...key, id, kind, at: now };
  if (kind === "reset") {
    if (!(await findCard(db, key))) {
      throw new AppError("conflict", "This question is new to you already.");
    }
    await createStudyAction(db, { ...action, before: {}, after: {} });
    const of = { userId, actionId: id, cause: "learner", at: now } as const;
    await changeLog(db, userId, [questionId], () =>
      createEvents(db, of, [{ questionId, dueAt: null }]),
    );
    return { marks: toMarks(before, now), recorded: true };
  }
  const after = await marked(db, userId, kind, before ?? UNMARKED, now);
  if (!after) return { marks: toMarks(before, now), recorded: false };
  await createStudyAction(db, { ...action, before: { mark: before }, after: { mark: after } });
  await saveMark(db, key, after);
  return { marks: toMarks(after, now), recorded: true };
}

/** Null when it is so already. */
async function marked(
  db: Db,
  userId: string,
  kind: Exclude<QuestionAction, "reset">,
  mark: QuestionMark,
  now: Date,
): Promise<QuestionMark | null> {
  switch (kind) {
    case "suspend":
      return mark.suspendedAt ? null : { ...mark, suspendedAt: now };
    case "resume":
      return isAway(mark, now) ? { ...mark, suspendedAt: null, buriedUntil: null } : null;
    case "flag":
      return mark.flaggedAt ? null : { ...mark, flaggedAt: now };
    case "unflag":
      return mark.flaggedAt ? { ...mark, flaggedAt: null } : null;
    case "bury":
      return isBuried(mark, now)
        ? null
        : { ...mark, buriedUntil: await nextDayStart(db, userId, now) };
  }
}

const isBuried = ({ buriedUntil }: QuestionMark, now: Date): boolean =>
  buriedUntil !== null && buriedUntil > now;

const isAway = (mark: QuestionMark, now: Date): boolean =>
  mark.suspendedAt !== null || isBuried(mark, now);

async function nextDayStart(db: Db, userId: string, now: Date): Promise<Date> {
  const settings = await getStudySettings(db, userId);
  return dayStart(dayNumber(now, settings) + 1, settings);
}
