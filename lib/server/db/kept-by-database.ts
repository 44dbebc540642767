import { DatabaseError } from "pg";

type Wrapped = { cause?: unknown; code?: unknown; originalCode?: unknown; meta?: unknown };

/** Codes that triggers of ours raise: see the migration keep_an_instructor_and_an_admin. */
const CODES = { "last-instructor": "RC001", "last-admin": "RC002" } as const;

/** Whether the database refused a change because a class or the server would be left without. */
export function isKeptByDatabase(error: unknown, what: keyof typeof CODES): boolean {
  return hasCode(error, CODES[what], 5);
}

/** Prisma wraps the driver's error, more than once for raw queries. */
function hasCode(error: unknown, code: string, depth: number): boolean {
  if (depth === 0 || typeof error !== "object" || error === null) return false;
  if (error instanceof DatabaseError) return error.code === code;
  const { cause, code: own, originalCode, meta } = error as Wrapped;
  if (own === code || originalCode === code) return true;
  const inMeta = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return hasCode(cause, code, depth - 1) || hasCode(inMeta, code, depth - 1);
}
