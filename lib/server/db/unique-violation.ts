import { DatabaseError } from "pg";

import { Prisma } from "@/lib/server/db/generated/client";

type DriverCause = { cause?: { constraint?: { index?: string }; originalCode?: string } };

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const UNIQUE_VIOLATION = "23505";

/**
 * Whether `error` says that a unique key was taken; with `index`, that very key.
 * With the pg adapter the name of the key is in `meta.driverAdapterError`, no
 * longer in `meta.target`.
 */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  if (error instanceof DatabaseError) {
    return error.code === UNIQUE_VIOLATION && (!index || error.constraint === index);
  }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") {
    return false;
  }
  if (!index) return true;
  const driverError = error.meta?.["driverAdapterError"] as DriverCause | undefined;
  return driverError?.cause?.constraint?.index === index;
}
