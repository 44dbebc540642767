/** `npm run db:migrate`: applies the migrations the database does not have yet. */
import { openAppDatabase } from "../app-database.mjs";
import { migrate } from "../migrations.mjs";

export async function main() {
  const database = await openAppDatabase();
  try {
    const applied = await migrate(database.ownerUrl, database.url);
    for (const name of applied) console.log(`applied ${name}`);
    if (applied.length === 0) console.log("The database is up to date.");
  } finally {
    await database.release();
  }
}
