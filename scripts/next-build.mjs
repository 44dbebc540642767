/** Builds the application when its sources changed since the last build. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, dataFolder } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";
import { withLock } from "./process-lock.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "package-lock.json",
  "prisma/schema.prisma",
  "tsconfig.json",
];
/** Made from prisma/schema.prisma, which counts itself. */
const GENERATED = join("lib", "server", "db", "generated");

export const NEXT_BIN = join(checkout, "node_modules", "next", "dist", "bin", "next");

/** True when the build in `distDir` was made from the sources as they are now. */
export function isBuildFresh(distDir) {
  const stamp = stampOf(distDir);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

export async function ensureBuild(distDir, { signal } = {}) {
  if (isBuildFresh(distDir)) return;
  await withLock(join(dataFolder(), `build-${distDir}.lock`), async () => {
    if (isBuildFresh(distDir)) return;
    console.error("Building the application (once per change)…");
    await build(distDir, signal);
  });
}

async function build(distDir, signal) {
  const madeFrom = fingerprint();
  rmSync(stampOf(distDir), { force: true });
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    RECONCILE_DIST_DIR: distDir,
  };
  const child = spawn(process.execPath, [NEXT_BIN, "build"], {
    cwd: checkout,
    env,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) {
    throw new OperatorError(
      `${Buffer.concat(output).toString().trim()}\nThe application could not be built: its words are above.`,
    );
  }
  writeFileSync(stampOf(distDir), madeFrom);
}

const stampOf = (distDir) => join(checkout, distDir, "made-from");

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const absolute = join(checkout, path);
  if (path === GENERATED || !existsSync(absolute)) return;
  const entries = readFolder(absolute);
  if (entries === null) hash.update(`${path}\0`).update(readFileSync(absolute)).update("\0");
  else for (const name of entries.sort()) addTo(hash, join(path, name));
}

function readFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === "ENOTDIR") return null;
    throw error;
  }
}
