/**
 * The statements that the daily loop sends, caught in the act, as the floors run them:
 * with the same text, the read and the write of an answer joined in one.
 */
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

const SAVED = "select exists (select 1 from review) as saved";

/** One statement that writes as `write` does and reads what `read` does; values are the write's, then the read's. */
export function joined(read: Statement, write: Statement): Statement {
  if (!write.text.trimEnd().endsWith(SAVED)) throw new Error("The write of an answer has changed");
  const shifted = read.text.replaceAll(
    /\$(\d+)/g,
    (_, number: string) => `$${Number(number) + write.values.length}`,
  );
  return {
    text: `${write.text.trimEnd()}, (select row_to_json(f) from (${shifted}) f) as facts`,
    values: [...write.values, ...read.values],
  };
}
