import { AppError } from "@/lib/server/errors";

type HeaderSource = { get(name: string): string | null };

/** Only a server started for tests lets a request say what time it is. */
export const testClockAllowed = (): boolean => process.env["RECONCILE_TEST_CLOCK"] === "1";

/**
 * The one clock of the server. A test server (`RECONCILE_TEST_CLOCK=1`) believes a
 * request's `x-test-now` (ISO 8601); any other server ignores that header.
 */
export function currentTime(headers?: HeaderSource): Date {
  const claimed = testClockAllowed() ? headers?.get("x-test-now") : null;
  if (!claimed) return new Date();
  const at = new Date(claimed);
  if (Number.isNaN(at.getTime())) {
    throw new AppError("invalid", `x-test-now is not an ISO 8601 time: ${claimed}`);
  }
  return at;
}
