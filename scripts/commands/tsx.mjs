/**
 * `tsx [--database] <script.ts> [arguments]`: runs a TypeScript script of this
 * checkout, with DATABASE_URL set to its database when asked.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkout } from "../checkout.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";

export async function main(args) {
  await ensurePrismaClient();
  return args[0] === "--database" ? runWithDatabase(args.slice(1)) : runHere(args);
}

/** In this process: a second Node would double the time to the first word. */
async function runHere([script, ...args]) {
  const { register } = await import("tsx/esm/api");
  register();
  const file = join(checkout, script);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

async function runWithDatabase(args) {
  const { openAppDatabase } = await import("../app-database.mjs");
  const { migrate } = await import("../migrations.mjs");
  const { listenForInterruption } = await import("../interruption.mjs");
  const { runScript } = await import("../typescript-script.mjs");
  const signal = listenForInterruption();
  const database = await openAppDatabase();
  try {
    await migrate(database.ownerUrl, database.url);
    return await runScript(args, { DATABASE_URL: database.url }, { signal });
  } finally {
    await database.release();
  }
}
