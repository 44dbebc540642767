import type { QueryConfig } from "pg";

import { probePool } from "@/lib/server/db/client";

const ANSWER_WITHIN_MS = 2_000;

/** pg gives the connection up after `query_timeout`; its types know it for clients only. */
const PING: QueryConfig & { query_timeout: number } = {
  text: "select 1",
  query_timeout: ANSWER_WITHIN_MS,
};

let underWay: Promise<void> | null = null;

/**
 * Resolves when the database answers, rejects when it is away or silent for two
 * seconds. Questions asked meanwhile share one answer, and have a connection of their
 * own: an instance that is busy is not one that is away.
 */
export function pingDatabase(): Promise<void> {
  underWay ??= ping().finally(() => {
    underWay = null;
  });
  return underWay;
}

async function ping(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The database did not answer within ${ANSWER_WITHIN_MS} ms`));
    }, ANSWER_WITHIN_MS);
  });
  try {
    await Promise.race([probePool().query(PING), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
