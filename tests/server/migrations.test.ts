import { expect, inject, test } from "vitest";

import { migrate } from "@/scripts/migrations.mjs";
import { missingMigrationSql } from "@/scripts/schema-engine.mjs";

test("the migrations lead exactly to prisma/schema.prisma", async () => {
  expect(await missingMigrationSql(inject("postgresUrl"))).toBe("");
});

test("migrating a migrated database changes nothing", async () => {
  expect(await migrate(process.env["DATABASE_URL"])).toEqual([]);
});
