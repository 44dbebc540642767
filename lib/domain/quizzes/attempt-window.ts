/**
 * When somebody may work on an assignment: its dates, moved by what the class grants
 * them. An accommodation is set once for a person and counts for every assignment, also
 * past its closing.
 */
import { plusLocalDays } from "@/lib/domain/quizzes/local-time";

export type AssignmentDates = {
  opensAt: Date;
  dueAt: Date;
  /** Late work is taken until then; null: none is. */
  closesAt: Date | null;
  timeLimitSeconds: number | null;
  /** Null: as many as wanted. */
  attemptsAllowed: number | null;
  /** IANA name. */
  timeZone: string;
};

export type Accommodation = {
  /** 1.5 gives half as much time again. */
  timeMultiplier: number;
  extraDays: number;
  extraAttempts: number;
};

export const NO_ACCOMMODATION: Accommodation = {
  timeMultiplier: 1,
  extraDays: 0,
  extraAttempts: 0,
};

/** An assignment's dates as they are for one person. */
export type PersonalDates = {
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  timeLimitSeconds: number | null;
  timeMultiplier: number;
  attemptsAllowed: number | null;
};

/** Saves and submissions travel: what was sent in time may arrive so much later. */
export const GRACE_MS = 15_000;

export function personalDates(dates: AssignmentDates, grant: Accommodation): PersonalDates {
  const { opensAt, dueAt, closesAt, timeLimitSeconds, attemptsAllowed, timeZone } = dates;
  return {
    opensAt,
    dueAt: plusLocalDays(dueAt, grant.extraDays, timeZone),
    closesAt: plusLocalDays(closesAt ?? dueAt, grant.extraDays, timeZone),
    timeLimitSeconds,
    timeMultiplier: grant.timeMultiplier,
    attemptsAllowed: attemptsAllowed === null ? null : attemptsAllowed + grant.extraAttempts,
  };
}

export type WindowState = "not-open" | "open" | "closed";

export function windowState({ opensAt, closesAt }: PersonalDates, now: Date): WindowState {
  if (now < opensAt) return "not-open";
  return now < closesAt ? "open" : "closed";
}

/**
 * When an attempt ends. Without a time limit at the closing; with one after the time that
 * everyone would have had from this start (the limit, or what was left until closing),
 * multiplied for the person. Whoever has half as much time again and starts half an hour
 * before the end of an hour's quiz has three quarters of an hour, past its closing.
 */
export function deadlineOf(startedAt: Date, dates: PersonalDates): Date {
  if (dates.timeLimitSeconds === null) return dates.closesAt;
  return new Date(startedAt.getTime() + usualMs(startedAt, dates) * dates.timeMultiplier);
}

/** Percent of the points, by how late an attempt came in. */
export type LatePolicy = { percentPerDay: number; mostPercent: number };

const DAY_MS = 86_400_000;

/**
 * Percent taken off. Nobody is late within the time that their accommodation added to
 * the attempt, nor within the grace. Each day begun counts whole.
 */
export function latePercent(
  attempt: { startedAt: Date; submittedAt: Date },
  dates: PersonalDates,
  policy: LatePolicy,
): number {
  const due = dates.dueAt.getTime() + addedMs(attempt.startedAt, dates);
  const lateMs = attempt.submittedAt.getTime() - due;
  if (lateMs <= GRACE_MS) return 0;
  return Math.min(policy.mostPercent, policy.percentPerDay * Math.ceil(lateMs / DAY_MS));
}

const usualMs = (startedAt: Date, dates: PersonalDates): number =>
  Math.max(
    0,
    Math.min(
      (dates.timeLimitSeconds ?? Number.POSITIVE_INFINITY) * 1_000,
      dates.closesAt.getTime() - startedAt.getTime(),
    ),
  );

const addedMs = (startedAt: Date, dates: PersonalDates): number =>
  dates.timeLimitSeconds === null ? 0 : usualMs(startedAt, dates) * (dates.timeMultiplier - 1);
