import { databasePool } from "@/lib/server/db/client";

/** Statements that the pool ran meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const pool = databasePool();
  const query = pool.query.bind(pool);
  let count = 0;
  pool.query = ((...args: unknown[]) => {
    count += 1;
    return (query as (...all: unknown[]) => unknown)(...args);
  }) as typeof pool.query;
  try {
    await work();
  } finally {
    pool.query = query;
  }
  return count;
}
