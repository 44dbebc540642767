/** `npm run demo`: fills the database of this checkout with a class to look around in. */
import { openAppDatabase } from "../app-database.mjs";
import { sessionSettings } from "../checkout-secrets.mjs";
import { migrate } from "../migrations.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { runScript } from "../typescript-script.mjs";

export async function main(args, signal) {
  await ensurePrismaClient();
  const database = await openAppDatabase();
  try {
    await migrate(database.ownerUrl, database.url);
    // Quizzes draw their variants with the secret that sessions are signed with.
    const environment = { ...sessionSettings(), DATABASE_URL: database.url };
    return await runScript(["scripts/demo.ts", ...args], environment, { signal });
  } finally {
    await database.release();
  }
}
