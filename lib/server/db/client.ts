import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { PrismaClient, type Prisma } from "@/lib/server/db/generated/client";

/** What repositories take: the client, or the transaction that their service opened. */
export type Db = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; probe: pg.Pool; client: PrismaClient };

/** For a free connection: a class that hands in at once waits in line rather than being refused. */
const LONGEST_WAIT_MS = 15_000;
const LONGEST_TRANSACTION_MS = 15_000;

// Kept on globalThis so that a development reload does not open a second pool.
const store = globalThis as typeof globalThis & { reconcileConnections?: Connections };

function connections(): Connections {
  if (store.reconcileConnections) return store.reconcileConnections;
  const connectionString = process.env["DATABASE_URL"];
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const pool = new pg.Pool({
    connectionString,
    max: Number(process.env["DATABASE_POOL_MAX"] ?? 10),
    connectionTimeoutMillis: LONGEST_WAIT_MS,
  });
  // A connection that dies while idle is replaced at its next use; without a listener it ends the process.
  pool.on("error", () => undefined);
  // One that dies in use has told so whoever used it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const probe = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: LONGEST_WAIT_MS });
  probe.on("error", () => undefined);
  probe.on("connect", (one) => one.on("error", () => undefined));
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: LONGEST_WAIT_MS, timeout: LONGEST_TRANSACTION_MS },
  });
  store.reconcileConnections = { pool, probe, client };
  return store.reconcileConnections;
}

/** The one Prisma client of the process, made at first use: `next build` imports routes without a database. */
export const database = (): PrismaClient => connections().client;

/** The same connections for SQL of our own on the hot path. */
export const databasePool = (): pg.Pool => connections().pool;

/** One connection beside the others: who asks whether the database is there does not wait in line behind a class. */
export const probePool = (): pg.Pool => connections().probe;

/** Ends the connections of a script, which would otherwise keep it running. */
export async function closeDatabase(): Promise<void> {
  const open = store.reconcileConnections;
  delete store.reconcileConnections;
  await open?.client.$disconnect();
  await Promise.all([open?.pool.end(), open?.probe.end()]);
}
