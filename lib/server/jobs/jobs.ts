import { fitEverybodyJob, fitWeightsJob } from "@/lib/server/jobs/fit-weights";
import type { Job } from "@/lib/server/jobs/job";
import { levelFortnightsJob } from "@/lib/server/jobs/level-fortnights";

/** Every job there is. */
export const jobs: readonly Job[] = [levelFortnightsJob, fitEverybodyJob, fitWeightsJob];
