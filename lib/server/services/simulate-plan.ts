import { setImmediate as othersFirst } from "node:timers/promises";

import { toPlanPoint, type PlanPoint } from "@/lib/domain/progress/plan-point";
import { examEve } from "@/lib/domain/scheduling/exam-eve";
import { simulateStudy } from "@/lib/domain/scheduling/simulate-study";
import type { Actor } from "@/lib/domain/access/actor";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { startOfPlan } from "@/lib/server/study/study-plan";

export type PlanCurve = {
  points: PlanPoint[];
  secondsPerAnswer: number;
};

/** Every five minutes up to an hour, then every ten up to two. */
const MINUTES = [
  ...Array.from({ length: 12 }, (_, step) => step * 5),
  ...Array.from({ length: 7 }, (_, step) => 60 + step * 10),
];
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
  const wanted = MINUTES.filter((minutes) => left <= FAR_DAYS || minutes % 10 === 0);
  const points: PlanPoint[] = [];
  for (const minutes of wanted) {
    const study = simulateStudy({ ...plan, examDay: eve + 1, minutesPerDay: minutes });
    points.push(toPlanPoint(minutes, study));
    await othersFirst();
  }
  const curve = { points, secondsPerAnswer: plan.secondsPerAnswer };
  curves.set(key, curve);
  return curve;
}
