/** `npm run db`: runs the database of this checkout until Ctrl-C and prints its address, for psql and one-off work. */
import { once } from "node:events";
import { openAppDatabase } from "../app-database.mjs";
import { migrate } from "../migrations.mjs";

export async function main(_args, signal) {
  const database = await openAppDatabase();
  try {
    await migrate(database.ownerUrl, database.url);
    console.log(database.url);
    const stayAlive = setInterval(() => {}, 60_000);
    if (!signal.aborted) await once(signal, "abort");
    clearInterval(stayAlive);
  } finally {
    await database.release();
  }
}
