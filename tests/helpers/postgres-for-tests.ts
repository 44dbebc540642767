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

/** Migrates the template that each test file copies, in the PostgreSQL of `npm test` or in one of this run. */
export default async function preparePostgres(project: TestProject) {
  const given = process.env["RECONCILE_TEST_POSTGRES"];
  if (given) {
    await prepareTemplate(project, (database) => new URL(`/${database}`, given).href);
    return;
  }
  const server = await startThrowawayPostgres();
  await prepareTemplate(project, server.url);
  return server.remove;
}

async function prepareTemplate(project: TestProject, url: (database: string) => string) {
  await createTemplate(url, migrate);
  project.provide("postgresUrl", url("postgres"));
}
