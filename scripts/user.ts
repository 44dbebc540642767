/**
 * npm run user -- --email kim@example.org --role instructor   changes the role, or opens an account
 * npm run user -- --email kim@example.org --disable           ends all sessions and shuts the account
 * npm run user -- --email kim@example.org --enable
 */
import { parseArgs } from "node:util";

import { EmailSchema } from "@/lib/domain/access/account-input";
import { ROLES, type Role } from "@/lib/domain/access/actor";
import { closeDatabase } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";
import { administerPerson, createAccount } from "@/lib/server/services/administer-person";

const USAGE = `Usage: npm run user -- --email ADDRESS [--role ${ROLES.join("|")}] [--name NAME] [--disable|--enable]`;

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        email: { type: "string" },
        role: { type: "string" },
        name: { type: "string" },
        disable: { type: "boolean" },
        enable: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const values = readArguments();
const email = EmailSchema.safeParse(values.email);
if (!email.success) fail("--email needs an email address.");
const role = ROLES.find((known): known is Role => known === values.role);
if (values.role !== undefined && !role) fail(`--role is one of ${ROLES.join(", ")}.`);
if (values.disable && values.enable) fail("Give --disable or --enable, not both.");
const disabled = values.disable ? true : values.enable ? false : undefined;
if (!role && disabled === undefined) fail("Say what to change: --role, --disable or --enable.");

const now = new Date();
const known = await administerPerson(
  { email: email.data, ...(role && { role }), ...(disabled !== undefined && { disabled }) },
  now,
).catch((error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exit(1);
});
if (known) {
  console.log(`Changed ${email.data}.`);
} else if (role && disabled === undefined) {
  const name = values.name ?? email.data;
  const password = await createAccount({ email: email.data, name, role }, now);
  console.log(
    `Opened an account for ${email.data} (${role}). Password, shown only now: ${password}`,
  );
} else {
  console.error(`Nobody has the email ${email.data}.`);
  process.exitCode = 1;
}
await closeDatabase();
