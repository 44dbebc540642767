import { v7 as uuidV7 } from "uuid";

import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import type { Move } from "@/lib/domain/scheduling/planned-card";
import { examEve } from "@/lib/domain/scheduling/exam-eve";
import { replan, type Replan } from "@/lib/domain/scheduling/replan";
import type { PlanAction } from "@/lib/domain/study/action-contract";
import type { StudySettings, StudySettingsInput } from "@/lib/domain/study/study-settings";
import type { Db } from "@/lib/server/db/client";
import { createStudyAction, type ActionState } from "@/lib/server/db/study-actions";
import { appendStudySettings, getStudySettings } from "@/lib/server/db/study-settings";
import { lockLog } from "@/lib/server/db/review-log";
import type { StudyIndex } from "@/lib/server/study/study-index";
import { getPlannedCards } from "@/lib/server/study/planned-cards";
import { writeMoves } from "@/lib/server/study/write-moves";

/** Moving ten thousands of cards takes seconds. */
export const PLAN_TRANSACTION = { timeout: 60_000, maxWait: 10_000 };

export type ChangedPlan = {
  settings: StudySettings;
  /** What became of the reviews that were scheduled already; null when nothing touches them. */
  moved: (Omit<Replan, "moves"> & { reviews: number }) | null;
};

/**
 * Puts settings in force and moves what is scheduled already to suit them. When reviews
 * were moved this is one action that can be taken back, settings included.
 */
export async function changePlan(
  db: Db,
  index: StudyIndex,
  { userId, at }: { userId: string; at: Date },
  input: StudySettingsInput,
): Promise<ChangedPlan> {
  await lockLog(db, userId);
  const before = await getStudySettings(db, userId);
  const settings = await appendStudySettings(db, userId, input, at);
  const kind = kindOfChange(before, settings);
  if (!kind) return { settings, moved: null };

  const cards = await getPlannedCards(db, index, userId, settings);
  const { moves, ...rest } = replan(cards, dayNumber(at, settings), before, settings);
  const state = (of: StudySettings): ActionState => ({
    settings:
      kind === "exam" ? { exam: of.exam, examDate: of.examDate } : { daysOff: [...of.daysOff] },
  });
  await writePlanAction(db, { userId, kind, at }, moves, settings, {
    before: state(before),
    after: state(settings),
  });
  return { settings, moved: { ...rest, reviews: moves.length } };
}

function kindOfChange(before: StudySettings, after: StudySettings): "exam" | "days-off" | null {
  if (examEve(before) !== examEve(after)) return "exam";
  const sameDays = JSON.stringify(before.daysOff) === JSON.stringify(after.daysOff);
  return sameDays ? null : "days-off";
}

/** Moves cards as one action of the learner. Without moves there is nothing to take back. */
export async function writePlanAction(
  db: Db,
  { userId, kind, at }: { userId: string; kind: Exclude<PlanAction, "import">; at: Date },
  moves: readonly Move[],
  settings: StudySettings,
  state: { before: ActionState; after: ActionState } = { before: {}, after: {} },
): Promise<void> {
  if (moves.length === 0) return;
  const actionId = uuidV7({ msecs: at.getTime() });
  await createStudyAction(db, { userId, id: actionId, kind, questionId: null, ...state, at });
  await writeMoves(db, { userId, actionId, cause: kind, at }, toInstants(moves, settings));
}

/** Days as the instants at which the learner's days start. */
export const toInstants = (moves: readonly Move[], settings: StudySettings) =>
  moves.map(({ questionId, day }) => ({ questionId, dueAt: dayStart(day, settings) }));
