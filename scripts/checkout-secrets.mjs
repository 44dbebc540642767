import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutId, dataFolder } from "./checkout.mjs";

/** What the server needs to sign its sessions. The environment wins over what this checkout made for itself. */
export function sessionSettings() {
  return {
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || sessionSecret(),
    // Cookies ignore ports: without a name of its own each checkout would sign the others out.
    SESSION_COOKIE_SUFFIX: process.env.SESSION_COOKIE_SUFFIX ?? checkoutId,
  };
}

/** Made once. Linked into place, so that two starts at once agree on one. */
function sessionSecret() {
  const file = join(dataFolder(), "session-secret");
  const mine = `${file}.${process.pid}`;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  writeFileSync(mine, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(mine);
  }
  return readFileSync(file, "utf8").trim();
}
