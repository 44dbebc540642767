/** Codes of Node's sockets, of Prisma (P10…) and of PostgreSQL (shutting down, starting, full). */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "08001",
  "08003",
  "08006",
  "53300",
  "57P01",
  "57P02",
  "57P03",
]);

/** pg gives these two no code. */
const AWAY_MESSAGES = [
  "timeout exceeded when trying to connect",
  "Connection terminated",
  "Cannot use a pool after calling end on the pool",
];

/** Whether an error says that PostgreSQL cannot be reached, rather than that it refused. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && AWAY.has(error.code)) return true;
  if (AWAY_MESSAGES.some((message) => error.message.startsWith(message))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  return isDatabaseUnavailable(error.cause);
}
