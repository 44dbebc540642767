import { afterAll, inject } from "vitest";

import { createCopy, dropCopy } from "@/scripts/database-copies.mjs";

// Before the first import of a test file, so that whatever it imports finds its own database.
const url = await createCopy(inject("postgresUrl"));
process.env["DATABASE_URL"] = url;
process.env.NEXTAUTH_SECRET ??= "a secret for tests only";
process.env.NEXTAUTH_URL ??= "http://localhost:3000";

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/server/db/client");
  await closeDatabase();
  await dropCopy(inject("postgresUrl"), url);
});
