import type { Job } from "@/lib/server/jobs/job";
import { submitAttemptAtDeadline } from "@/lib/server/jobs/submit-attempt-at-deadline";
import { submitOverdueAttempts } from "@/lib/server/jobs/submit-overdue-attempts";

/** Every job there is. */
export const jobs: readonly Job[] = [submitAttemptAtDeadline, submitOverdueAttempts];
