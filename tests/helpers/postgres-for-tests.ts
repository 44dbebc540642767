import type { TestProject } from "vitest/node";

import { createTemplate } from "@/scripts/database-copies.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { startThrowawayPostgres } from "@/scripts/throwaway-postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the maintenance database of the test server. */
    postgresUrl: string;
  }
}

/** Starts a PostgreSQL for this run and migrates the template that each test file copies. */
export default async function startPostgresForTests(project: TestProject) {
  const server = await startThrowawayPostgres();
  await createTemplate(server.url, migrate);
  project.provide("postgresUrl", server.url("postgres"));
  return server.remove;
}
