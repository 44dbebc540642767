import { fitEverybodyJob, fitWeightsJob } from "@/lib/server/jobs/fit-weights";
import { freeLostJobsJob } from "@/lib/server/jobs/free-lost-jobs";
import type { Job } from "@/lib/server/jobs/job";
import { learnFromMissesJob } from "@/lib/server/jobs/learn-from-misses";
import { levelFortnightsJob } from "@/lib/server/jobs/level-fortnights";
import { queueDigestsJob, sendDigestJob } from "@/lib/server/jobs/send-digests";
import { remindOfDueWorkJob, remindOfHomeworkJob } from "@/lib/server/jobs/remind-of-work";
import { queueNoticesJob, sendNoticeJob } from "@/lib/server/jobs/send-notices";
import { settleHomeworkJob } from "@/lib/server/jobs/settle-homework";
import { submitAttemptAtDeadline } from "@/lib/server/jobs/submit-attempt-at-deadline";
import { submitOverdueAttempts } from "@/lib/server/jobs/submit-overdue-attempts";

/** Every job there is. */
export const jobs: readonly Job[] = [
  freeLostJobsJob,
  levelFortnightsJob,
  fitEverybodyJob,
  fitWeightsJob,
  submitAttemptAtDeadline,
  submitOverdueAttempts,
  queueDigestsJob,
  sendDigestJob,
  queueNoticesJob,
  sendNoticeJob,
  learnFromMissesJob,
  settleHomeworkJob,
  remindOfDueWorkJob,
  remindOfHomeworkJob,
];
