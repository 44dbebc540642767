import type { Cell } from "@/lib/domain/spreadsheets/cell";
import { csvText } from "@/lib/domain/spreadsheets/csv-text";
import type { Download } from "@/lib/server/download";

type Rows = readonly (readonly Cell[])[];

/** Excel takes a file for UTF-8 by its first character only. */
const UTF_8 = "\u{FEFF}";

export const csvFile = (name: string, rows: Rows): Download => csvPages(name, onePage(rows));

/** Of rows that come in pages, so that a long file never lies in memory as a whole. */
export const csvPages = (name: string, pages: AsyncGenerator<Rows>): Download => ({
  name,
  pieces: (async function* () {
    yield UTF_8;
    for await (const rows of pages) yield csvText(rows);
  })(),
});

async function* onePage(rows: Rows): AsyncGenerator<Rows> {
  yield await Promise.resolve(rows);
}
