import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { PrismaClient, type Prisma } from "@/lib/server/db/generated/client";

/** What repositories take: the client, or the transaction that their service opened. */
export type Db = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; client: PrismaClient };

// Kept on globalThis so that a development reload does not open a second pool.
const store = globalThis as typeof globalThis & { reconcileConnections?: Connections };

function connections(): Connections {
  if (store.reconcileConnections) return store.reconcileConnections;
  const connectionString = process.env["DATABASE_URL"];
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const pool = new pg.Pool({
    connectionString,
    max: Number(process.env["DATABASE_POOL_MAX"] ?? 10),
    connectionTimeoutMillis: 5_000,
  });
  // A connection that dies while idle is replaced at its next use; without a listener it ends the process.
  pool.on("error", () => undefined);
  // One that dies in use has told so whoever used it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  store.reconcileConnections = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  return store.reconcileConnections;
}

/** The one Prisma client of the process, made at first use: `next build` imports routes without a database. */
export const database = (): PrismaClient => connections().client;

/** The same connections for SQL of our own on the hot path. */
export const databasePool = (): pg.Pool => connections().pool;

/** Ends the connections of a script, which would otherwise keep it running. */
export async function closeDatabase(): Promise<void> {
  const open = store.reconcileConnections;
  delete store.reconcileConnections;
  await open?.client.$disconnect();
  await open?.pool.end();
}
