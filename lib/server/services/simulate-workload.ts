import { setImmediate as othersFirst } from "node:timers/promises";

import { simulateStudy } from "@/lib/domain/scheduling/simulate-study";
import type { Actor } from "@/lib/domain/access/actor";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { startOfPlan } from "@/lib/server/study/study-plan";

/** What a wanted recall costs: answers on an average day of the next two months. */
export type Workload = { retention: number; reviewsPerDay: number; minutesPerDay: number };

const RETENTIONS = [0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97];
const DAYS = 60;
/** No exam cuts the intervals short while the workload is counted. */
const FAR_AWAY_DAYS = 10_000;
/** Nobody runs out of time in this simulation: the point is what there is to do. */
const MINUTES = 24 * 60;
const KEPT = 200;

const store = globalThis as typeof globalThis & {
  reconcileWorkloads?: LeastRecentlyUsed<string, Workload[]>;
};

/** The workload of each wanted recall, with the learner's own cards, pace and new questions a day. */
export async function simulateWorkload(actor: Actor, now: Date): Promise<Workload[]> {
  const settings = await getStudySettings(database(), actor.id);
  const { plan, key } = await startOfPlan(actor.id, settings, now);
  const kept = (store.reconcileWorkloads ??= new LeastRecentlyUsed(KEPT));
  const known = kept.get(key);
  if (known) return known;
  const workloads: Workload[] = [];
  for (const desiredRetention of RETENTIONS) {
    const { days } = simulateStudy({
      ...plan,
      settings: { ...settings, desiredRetention },
      examDay: plan.today + FAR_AWAY_DAYS,
      until: plan.today + DAYS,
      minutesPerDay: MINUTES,
      newPerDay: settings.newPerDay,
    });
    const reviews = days.reduce((sum, day) => sum + day.reviews, 0) / Math.max(1, days.length);
    workloads.push({
      retention: desiredRetention,
      reviewsPerDay: Math.round(reviews),
      minutesPerDay: Math.round((reviews * plan.secondsPerAnswer) / 60),
    });
    await othersFirst();
  }
  kept.set(key, workloads);
  return workloads;
}
