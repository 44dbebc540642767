import { grantToApplication } from "./application-role.mjs";
import { OperatorError } from "./operator-error.mjs";
import { applyMigrations, markRolledBack } from "./schema-engine.mjs";

const FAILED_BEFORE = "P3009";

/**
 * Applies what is missing as the owner, lets the application's role use it, and
 * returns the names. Where both are one role there is nothing to grant.
 */
export async function migrate(ownerUrl, applicationUrl = ownerUrl) {
  const applied = await applyMissing(ownerUrl);
  await grantToApplication(ownerUrl, applicationUrl);
  return applied;
}

/** A migration is one transaction, so one that failed before left nothing behind and is tried again. */
async function applyMissing(url) {
  try {
    return await applyMigrations(url);
  } catch (error) {
    const failed = failedBefore(error);
    if (failed.length === 0) throw asOperatorError(error);
    for (const name of failed) await markRolledBack(url, name);
  }
  return applyMigrations(url).catch((error) => {
    throw asOperatorError(error);
  });
}

function failedBefore(error) {
  const text = `${error?.code ?? ""} ${error?.message ?? error}`;
  if (!text.includes(FAILED_BEFORE) && !text.includes("failed migrations")) return [];
  return [...text.matchAll(/The `([^`]+)` migration started at/g)].map((match) => match[1]);
}

function asOperatorError(error) {
  const [reason] = String(error?.message ?? error).split(/\n\s+0: /);
  return new OperatorError(
    `The database could not be migrated; it is as it was before the failing migration.\n${reason}`,
  );
}
