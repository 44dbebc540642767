import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of this checkout, without a trailing slash. */
export const checkout = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Ten hex digits that tell this checkout from every other one on the machine. */
export const checkoutId = createHash("sha256").update(checkout).digest("hex").slice(0, 10);

/** What this checkout keeps between runs: database, secrets, locks. Never under version control. */
export function dataFolder() {
  const folder = join(checkout, ".data");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Settings kept in `.env` beside package.json; the real environment wins over them. */
export function loadEnvFile() {
  const file = join(checkout, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
