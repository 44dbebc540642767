import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { databasePool } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";

/** How often something may be tried: `points` times in `seconds`, per key. */
type Limit = { name: string; points: number; seconds: number };

export const SIGN_IN_PER_ACCOUNT: Limit = { name: "sign-in-account", points: 10, seconds: 900 };
/** A whole class behind one address signs in before a quiz; what succeeds is given back. */
export const SIGN_IN_PER_ADDRESS: Limit = { name: "sign-in-address", points: 400, seconds: 900 };
export const SIGN_UP_PER_ADDRESS: Limit = { name: "sign-up-address", points: 60, seconds: 3_600 };
/** A whole class behind one address must be able to start. */
export const GUESTS_PER_ADDRESS: Limit = { name: "guest-address", points: 600, seconds: 3_600 };
export const PASSWORD_PER_PERSON: Limit = { name: "password-person", points: 10, seconds: 900 };
export const REPORTS_PER_PERSON: Limit = { name: "report-person", points: 30, seconds: 3_600 };
/** Guests are made at will; a class behind one address is not. */
export const REPORTS_PER_ADDRESS: Limit = { name: "report-address", points: 300, seconds: 3_600 };
/** Codes are guessed one at a time; a typing error or five is not guessing. */
export const JOINS_PER_PERSON: Limit = { name: "join-person", points: 10, seconds: 900 };
/** Each reads all that is kept of a person. */
export const EXPORTS_PER_PERSON: Limit = { name: "export-person", points: 30, seconds: 3_600 };
export const IMPORTS_PER_PERSON: Limit = { name: "import-person", points: 30, seconds: 3_600 };
/** Looked at again and again while it is mended. */
export const QUESTION_FILES_PER_PERSON: Limit = {
  name: "question-file-person",
  points: 300,
  seconds: 3_600,
};
/** Several devices, each once in a few minutes. */
export const CALENDAR_PER_PERSON: Limit = { name: "calendar-person", points: 240, seconds: 3_600 };
/** Of addresses that do not work: a program may go on asking for a revoked one. */
export const CALENDAR_MISSES: Limit = { name: "calendar-misses", points: 120, seconds: 3_600 };
export const UNSUBSCRIBES_PER_ADDRESS: Limit = {
  name: "unsubscribe-address",
  points: 600,
  seconds: 3_600,
};
export const TRIES_PER_ADDRESS: Limit = { name: "try-address", points: 120, seconds: 60 };

const limiters = new Map<string, RateLimiterPostgres>();

/** Counted in Postgres, so that all instances count together; the table is in schema.prisma. */
function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit.name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: databasePool(),
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
  });
  limiters.set(limit.name, made);
  return made;
}

/**
 * Counts one try before it is made, so that tries sent at once cannot slip through.
 * Throws "throttled" when there were too many.
 */
export async function countTry(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
    throw new AppError("throttled", `Too many tries. ${waitSentence(retryAfterSeconds)}`, {
      retryAfterSeconds,
    });
  }
}

/** Takes one try back: it succeeded. */
export async function giveBackTry(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key, 1);
}

/** Takes the tries back after one that succeeded. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

function waitSentence(seconds: number): string {
  if (seconds < 90) return `Try again in ${seconds} seconds.`;
  return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}
