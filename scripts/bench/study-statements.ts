/** The statements that the daily loop sends, caught in the act, as the floors run them. */
import type pg from "pg";

import { databasePool } from "@/lib/server/db/client";

export type Statement = { text: string; values: unknown[] };

/** Runs `work` and returns what it sent to the database. */
export async function catchStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const pool = databasePool();
  const caught: Statement[] = [];
  const original = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  const spy = (...args: unknown[]) => {
    const [config, values] = args as [pg.QueryConfig | string, unknown[] | undefined];
    if (typeof config === "string") caught.push({ text: config, values: values ?? [] });
    else caught.push({ text: config.text, values: config.values ?? [] });
    return original(...args);
  };
  Object.assign(pool, { query: spy });
  try {
    await work();
  } finally {
    Object.assign(pool, { query: original });
  }
  return caught;
}
