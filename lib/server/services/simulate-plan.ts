import { setImmediate as othersFirst } from "node:timers/promises";

import { toPlanPoint, type PlanPoint } from "@/lib/domain/progress/plan-point";
import { examEve } from "@/lib/domain/scheduling/exam-dates";
import { simulateStudy } from "@/lib/domain/scheduling/simulate-study";
import type { Actor } from "@/lib/domain/access/actor";
import { LeastRecentlyUsed } from "@/lib/server/content/least-recently-used";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { startOfPlan } from "@/lib/server/study/study-plan";

export type PlanCurve = {
  points: PlanPoint[];
  secondsPerAnswer: number;
};

const MOST_MINUTES = 120;
/** Simulating a far exam takes longer: fewer points are asked for. */
const FAR_DAYS = 150;
const FARTHEST_DAYS = 400;
const CURVES_KEPT = 200;

const store = globalThis as typeof globalThis & {
  reconcilePlanCurves?: LeastRecentlyUsed<string, PlanCurve>;
};

/**
 * What daily effort leads to which readiness on exam day, for every few minutes up to two
 * hours. Null without an exam to come. Takes well under a second, in pieces of some
 * milliseconds, and is remembered until the learner answers or changes something.
 */
export async function simulatePlan(actor: Actor, now: Date): Promise<PlanCurve | null> {
  const settings = await getStudySettings(database(), actor.id);
  const eve = examEve(settings);
  if (eve === null) return null;
  const { plan, key } = await startOfPlan(actor.id, settings, now);
  const left = eve + 1 - plan.today;
  if (left <= 0 || left > FARTHEST_DAYS) return null;

  const curves = (store.reconcilePlanCurves ??= new LeastRecentlyUsed(CURVES_KEPT));
  const known = curves.get(key);
  if (known) return known;
  const step = left > FAR_DAYS ? 10 : 5;
  const points: PlanPoint[] = [];
  for (let minutes = 0; minutes <= MOST_MINUTES; minutes += step) {
    const study = simulateStudy({ ...plan, examDay: eve + 1, minutesPerDay: minutes });
    points.push(toPlanPoint(minutes, study));
    await othersFirst();
  }
  const curve = { points, secondsPerAnswer: plan.secondsPerAnswer };
  curves.set(key, curve);
  return curve;
}
