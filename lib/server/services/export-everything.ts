import type { Actor } from "@/lib/domain/access/actor";
import { countTry, EXPORTS_PER_PERSON } from "@/lib/server/auth/throttle";
import { EXPORTED_TABLES, getPersonRow, readRows } from "@/lib/server/db/export-rows";

import { fileDate, type Download } from "@/lib/server/download";

/** Everything kept of a person, to take with them. */
export async function exportEverything(actor: Actor, now: Date): Promise<Download> {
  await countTry(EXPORTS_PER_PERSON, actor.id);
  return { name: `reconcile-${fileDate(now)}.json`, pieces: documentOf(actor, now) };
}

/**
 * Everything kept of a person, as one JSON document in pieces. Each row has a line of its
 * own, so that reading it back can name the line of a problem.
 */
async function* documentOf(actor: Actor, now: Date): AsyncGenerator<string> {
  yield `{\n"format": "reconcile",\n"version": 1,\n"exportedAt": ${JSON.stringify(now)},\n`;
  yield `"person": ${await getPersonRow(actor.id)}`;
  for (const table of EXPORTED_TABLES) {
    yield `,\n"${table.name}": [`;
    let separator = "\n";
    for await (const rows of readRows(table, actor.id)) {
      yield separator + rows.join(",\n");
      separator = ",\n";
    }
    yield "\n]";
  }
  yield "\n}\n";
}
