/** What a learner did besides answering, and the one list that undo goes back over. */
import { MOST_UNDONE, type StudyActionKind } from "@/lib/domain/study/action-contract";
import type { Rating } from "@/lib/domain/study/rating";
import type { StudySettingsInput } from "@/lib/domain/study/study-settings";
import type { Db } from "@/lib/server/db/client";
import type { QuestionMark } from "@/lib/server/db/question-marks";

/**
 * What an action found or left, as far as it is kept here; the cards that it moved or
 * reset are its CardEvents. Taking the action back restores what `before` names, and
 * takes back the reviews of the import that `after` names.
 */
export type ActionState = {
  mark?: QuestionMark | null;
  settings?: Partial<StudySettingsInput>;
  /** Of an import: when its reviews were recorded. */
  importedAt?: string;
};

export type StudyAction = {
  userId: string;
  /** UUID v7: sent again it is the same action. */
  id: string;
  kind: StudyActionKind;
  /** Null for an action on many cards. */
  questionId: string | null;
  before: ActionState;
  after: ActionState;
  at: Date;
};

export const createStudyAction = (db: Db, action: StudyAction) =>
  db.studyAction.create({ data: action, select: { id: true } });

export async function findStudyAction(
  db: Db,
  userId: string,
  id: string,
): Promise<(StudyAction & { undoneAt: Date | null }) | null> {
  const row = await db.studyAction.findUnique({ where: { userId_id: { userId, id } } });
  return (
    row && {
      ...row,
      kind: row.kind as StudyActionKind,
      before: toState(row.before),
      after: toState(row.after),
    }
  );
}

/** Times are text in JSON. */
function toState(json: unknown): ActionState {
  const { mark, ...rest } = json as Omit<ActionState, "mark"> & {
    mark?: Record<keyof QuestionMark, string | null> | null;
  };
  if (mark === undefined) return rest;
  const time = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...rest,
    mark: mark && {
      suspendedAt: time(mark.suspendedAt),
      buriedUntil: time(mark.buriedUntil),
      flaggedAt: time(mark.flaggedAt),
    },
  };
}

export const markActionUndone = (db: Db, userId: string, id: string, undoneAt: Date) =>
  db.studyAction.update({
    where: { userId_id: { userId, id } },
    data: { undoneAt },
    select: { id: true },
  });

/** An entry of the list: an answer, a changed rating or an action. */
export type ActionEntry = {
  target: "review" | "edit" | "action";
  id: string;
  /** The purpose of an answer, "rating", or the kind of an action. */
  kind: string;
  questionId: string | null;
  version: number | null;
  seed: string | null;
  at: Date;
  undoneAt: Date | null;
  outcome: string | null;
  rating: Rating | null;
  fromRating: Rating | null;
  cards: number;
};

/**
 * The last things that a learner did, newest first, taken-back ones included: by the
 * time the server recorded them, so that all devices share one list. Of the same
 * millisecond the change of an answer comes after the answer.
 */
export const listActionEntries = (db: Db, userId: string): Promise<ActionEntry[]> =>
  db.$queryRaw<ActionEntry[]>`
    select e.*, (select count(*)::int from "CardEvent" c
                  where e.target = 'action' and c."userId" = ${userId}::uuid and c."actionId" = e.id) as cards
      from (
        (select 'review' as target, 0 as rank, id, purpose as kind, "questionId",
                "questionVersion" as version, seed, "recordedAt" as at, "undoneAt", outcome, rating,
                null::int as "fromRating"
           from "Review"
          where "userId" = ${userId}::uuid and purpose in ('study', 'drill', 'retry')
          order by "recordedAt" desc, id desc limit ${MOST_UNDONE})
        union all
        (select 'edit', 2, d.id, 'rating', r."questionId", r."questionVersion", r.seed, d."editedAt",
                d."undoneAt", r.outcome, d."toRating", d."fromRating"
           from "ReviewEdit" d join "Review" r on r."userId" = d."userId" and r.id = d."reviewId"
          where d."userId" = ${userId}::uuid and d.action = 'rate'
          order by d."editedAt" desc, d.id desc limit ${MOST_UNDONE})
        union all
        (select 'action', 1, id, kind, "questionId", null, null, at, "undoneAt", null, null, null
           from "StudyAction"
          where "userId" = ${userId}::uuid
          order by at desc, id desc limit ${MOST_UNDONE})
      ) e
     order by e.at desc, e.rank desc, e.id desc
     limit ${MOST_UNDONE}`;

export const createUndo = (
  db: Db,
  undo: { userId: string; id: string; target: ActionEntry["target"]; targetId: string; at: Date },
) => db.undo.create({ data: undo, select: { id: true } });

export const findUndo = (db: Db, userId: string, id: string) =>
  db.undo.findUnique({ where: { userId_id: { userId, id } } });
