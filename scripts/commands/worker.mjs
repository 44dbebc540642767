/** `npm run worker`: background jobs in a process of their own. The servers beside it run with WORKER=separate. */
import { openAppDatabase } from "../app-database.mjs";
import { sessionSettings } from "../checkout-secrets.mjs";
import { migrate } from "../migrations.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { startScript } from "../typescript-script.mjs";

const FALLBACK_ADDRESS = "http://localhost:3000";

export async function main(_args, signal) {
  await ensurePrismaClient();
  const database = await openAppDatabase();
  try {
    await migrate(database.ownerUrl, database.url);
    database.watch();
    const worker = startScript(["scripts/worker.ts"], {
      NEXTAUTH_URL: FALLBACK_ADDRESS,
      ...sessionSettings(),
      DATABASE_URL: database.url,
    });
    signal.addEventListener("abort", () => worker.stop(), { once: true });
    if (signal.aborted) worker.stop();
    return await worker.exited;
  } finally {
    await database.release();
  }
}
