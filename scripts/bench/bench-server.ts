import pg from "pg";

import { loadContent } from "@/scripts/content.mjs";
import { findFreePort } from "@/scripts/free-port.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { ensureBuild } from "@/scripts/next-build.mjs";
import { startThrowawayPostgres } from "@/scripts/throwaway-postgres.mjs";
import { startWebServer } from "@/scripts/web-server.mjs";

export const BENCH_SECRET = "a secret for benchmarks only, as long as it should be";
const DIST_DIR = ".next-bench";
const DATABASE = "bench_quiz";

export type BenchServer = {
  baseUrl: string;
  databaseUrl: string;
  /** Kills the server and starts it again; resolves with the milliseconds that it was away. */
  kill: () => Promise<number>;
  close: () => Promise<void>;
};

/** The built application on a database of its own, whose commits reach the disk. */
export async function openBenchServer(): Promise<BenchServer> {
  // The same build as of the other benchmarks, which need the floors.
  process.env["RECONCILE_BENCH"] = "1";
  await ensureBuild(DIST_DIR);
  const postgres = await startThrowawayPostgres();
  const databaseUrl = postgres.url(DATABASE);
  await createDatabase(postgres.url("postgres"));
  await migrate(databaseUrl, databaseUrl);
  await loadContent(databaseUrl);
  const port = (await findFreePort()) as number;
  const baseUrl = `http://127.0.0.1:${port}`;
  const start = () =>
    startWebServer({
      mode: "start",
      host: "127.0.0.1",
      port,
      isQuiet: true,
      env: {
        DATABASE_URL: databaseUrl,
        NEXTAUTH_URL: baseUrl,
        NEXTAUTH_SECRET: BENCH_SECRET,
        RECONCILE_DIST_DIR: DIST_DIR,
      },
    });
  let server = await start();
  return {
    baseUrl,
    databaseUrl,
    kill: async () => {
      const began = performance.now();
      await server.kill();
      server = await start();
      return performance.now() - began;
    },
    close: async () => {
      await server.stop();
      await postgres.remove();
    },
  };
}

/** Tests do without the disk; what this measures must not. */
async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
      await client.query(`alter system set ${setting} = on`);
    }
    await client.query("select pg_reload_conf()");
    await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
