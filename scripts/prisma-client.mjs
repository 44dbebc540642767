/** Generates the Prisma client when prisma/schema.prisma is newer than it. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, dataFolder } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";
import { withLock } from "./process-lock.mjs";

const SCHEMA = join(checkout, "prisma", "schema.prisma");
const STAMP = join(checkout, "lib", "server", "db", "generated", "made-from");

export async function ensurePrismaClient() {
  if (!existsSync(SCHEMA) || isFresh()) return;
  await withLock(join(dataFolder(), "generate.lock"), () => {
    if (!isFresh()) generate();
  });
}

function isFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

function fingerprint() {
  const { version } = JSON.parse(
    readFileSync(join(checkout, "node_modules", "prisma", "package.json"), "utf8"),
  );
  return createHash("sha256").update(version).update(readFileSync(SCHEMA)).digest("hex");
}

function generate() {
  const madeFrom = fingerprint();
  const run = spawnSync(
    process.execPath,
    [join(checkout, "node_modules", "prisma", "build", "index.js"), "generate"],
    {
      cwd: checkout,
      encoding: "utf8",
      env: {
        ...process.env,
        // Generating needs no engine, but the command line downloads one unless told where it is.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (run.status !== 0) {
    throw new OperatorError(`prisma/schema.prisma is not valid:\n${run.stdout}${run.stderr}`);
  }
  writeFileSync(STAMP, madeFrom);
}
