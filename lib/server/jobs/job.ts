import type { z } from "zod";

/**
 * Work that no request waits for. Jobs may run twice: after a crash the queue tries
 * again, so each must be idempotent. To add one, write a file that makes it and add it
 * to the list in `jobs.ts`.
 */
export type Job<S extends z.ZodType = z.ZodType> = {
  /** Unique, and kept when the code moves: waiting jobs are stored under it. */
  name: string;
  /** Checked before each run; must be storable as JSON. */
  payload: S;
  /** Five fields of cron in UTC, for a job whose payload may be empty ({}). A run that was missed by less than a day is made up. */
  schedule?: string;
  run: (payload: z.output<S>, context: JobContext) => Promise<void>;
};

export type JobContext = {
  now: Date;
  /** Aborted when the process wants to end: stop at the next good moment, the queue tries again. */
  signal: AbortSignal;
};

/** Says what a job is; only checks the types. */
export const defineJob = <S extends z.ZodType>(job: Job<S>): Job<S> => job;
