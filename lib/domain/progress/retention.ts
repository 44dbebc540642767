/** True retention: of all attempts to recall something, the share that succeeded. */
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
export function retentionByInterval(attempts: readonly Tried[]): IntervalRetention[] {
  const rows = INTERVALS.map((interval) => ({ ...interval, attempts: 0, recalled: 0 }));
  for (const { elapsedDays, recalled } of attempts) {
    const row = rows.find(({ to }) => to === null || elapsedDays <= to);
    if (row) count(row, recalled);
  }
  return rows;
}

/** By bank, what is kept worst first. */
export function retentionByBank(attempts: readonly Tried[]): BankRetention[] {
  const banks = new Map<string, BankRetention>();
  for (const { questionId, recalled } of attempts) {
    const bank = bankOf(questionId);
    const row = banks.get(bank) ?? { bank, attempts: 0, recalled: 0 };
    banks.set(bank, row);
    count(row, recalled);
  }
  return [...banks.values()].sort(
    (a, b) => a.recalled / a.attempts - b.recalled / b.attempts || b.attempts - a.attempts,
  );
}

function count(row: Retention, recalled: boolean): void {
  row.attempts += 1;
  if (recalled) row.recalled += 1;
}

/** `pod-phases/crashloop-phase` is a question of the bank `pod-phases`. */
export const bankOf = (questionId: string): string => questionId.slice(0, questionId.indexOf("/"));
