/** `npm run db:new-migration -- name`: writes the SQL that takes the migrations to prisma/schema.prisma. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../checkout.mjs";
import { OperatorError } from "../operator-error.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { missingMigrationSql } from "../schema-engine.mjs";
import { startThrowawayPostgres } from "../throwaway-postgres.mjs";

const NAME = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

export async function main([name]) {
  if (!name || !NAME.test(name)) {
    throw new OperatorError(
      "Give the migration a name of small letters, for example: npm run db:new-migration -- add-exam-date",
    );
  }
  await ensurePrismaClient();
  const server = await startThrowawayPostgres();
  try {
    const sql = await missingMigrationSql(server.url("postgres"));
    if (sql === "") {
      console.log("The migrations already lead to prisma/schema.prisma: nothing to write.");
      return;
    }
    console.log(write(name, sql));
    for (const line of destructiveLines(sql)) console.log(`Careful, this loses data: ${line}`);
  } finally {
    await server.remove();
  }
}

const destructiveLines = (sql) =>
  sql.split("\n").filter((line) => /\bDROP (TABLE|COLUMN|TYPE|SCHEMA)\b/.test(line));

function write(name, sql) {
  const moment = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const path = join("prisma", "migrations", `${moment}_${name.replaceAll("-", "_")}`);
  mkdirSync(join(checkout, path), { recursive: true });
  writeFileSync(join(checkout, path, "migration.sql"), sql);
  writeFileSync(
    join(checkout, "prisma", "migrations", "migration_lock.toml"),
    'provider = "postgresql"\n',
  );
  return join(path, "migration.sql");
}
