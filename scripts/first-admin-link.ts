/** Prints a one-time link that makes the first admin, or nothing when there is one. */
import { closeDatabase } from "@/lib/server/db/client";
import { issueFirstAdminToken } from "@/lib/server/services/first-admin";

const origin = process.env.NEXTAUTH_URL ?? "http://localhost:3000";
const token = await issueFirstAdminToken(new Date());
if (token) console.log(`${origin}/first-admin?token=${token}`);
await closeDatabase();
