/** True retention: of all attempts to recall something, the share that succeeded. */
import { groupBy } from "@/lib/domain/progress/group-by";
import type { RecallAttempt } from "@/lib/domain/progress/recall-attempts";

export type Retention = { attempts: number; recalled: number };
export type IntervalRetention = Retention & {
  /** Days since the answer before, both ends included; null for no end. */
  from: number;
  to: number | null;
};
export type BankRetention = Retention & { bank: string };

type Tried = Pick<RecallAttempt, "recalled" | "elapsedDays" | "questionId">;

const INTERVALS: readonly { from: number; to: number | null }[] = [
  { from: 1, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: null },
];

export function retentionOf(attempts: readonly Pick<RecallAttempt, "recalled">[]): Retention {
  let recalled = 0;
  for (const attempt of attempts) recalled += attempt.recalled ? 1 : 0;
  return { attempts: attempts.length, recalled };
}

/** By the days that it had to be remembered for; intervals without attempts included. */
export const retentionByInterval = (attempts: readonly Tried[]): IntervalRetention[] =>
  INTERVALS.map(({ from, to }) => ({
    from,
    to,
    ...retentionOf(
      attempts.filter(
        ({ elapsedDays }) => elapsedDays >= from && (to === null || elapsedDays <= to),
      ),
    ),
  }));

/** By bank, what is kept worst first. */
export const retentionByBank = (attempts: readonly Tried[]): BankRetention[] =>
  [...groupBy(attempts, ({ questionId }) => bankOf(questionId))]
    .map(([bank, members]) => ({ bank, ...retentionOf(members) }))
    .sort((a, b) => a.recalled / a.attempts - b.recalled / b.attempts || b.attempts - a.attempts);

/** `pod-phases/crashloop-phase` is a question of the bank `pod-phases`. */
export const bankOf = (questionId: string): string => questionId.slice(0, questionId.indexOf("/"));
