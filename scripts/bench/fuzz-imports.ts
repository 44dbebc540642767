/**
 * Damages files of questions in every format and reads them, with hostile ones among them:
 *
 *   npm run content:fuzz-imports -- [files] [seed]
 *
 * Fails when a file crashes the reader, opens a connection, takes more than five seconds
 * of processor time or makes the heap grow by more than 256 MB.
 */
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { checkContent } from "@/lib/server/content/check-content";
import { readContentFiles } from "@/lib/server/content/read-content-files";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import { fuzzImports } from "@/tests/helpers/fuzz-imports";

const MOST_MS = 5_000;
const MOST_HEAP_MB = 256;
const EACH_KIND = 8;

const files = Number(process.argv[2] ?? 10_000);
const seed = process.argv[3] ?? "fuzz";

const { questions, references } = checkContent(
  await readContentFiles(path.resolve("content/questions")),
);
const chosen = KIND_NAMES.flatMap((kind) =>
  questions.filter((question) => question.kind === kind).slice(0, EACH_KIND),
);
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const start = performance.now();
const figures = fuzzImports({
  files,
  seed,
  questions: chosen,
  references,
  hostileEvery: 50,
  collectGarbage,
  onFile: (done) => {
    if (done % 1_000 === 0) {
      console.log(`${done} files, ${Math.round((performance.now() - start) / 1000)} s`);
    }
  },
});
const seconds = (performance.now() - start) / 1000;
console.log({ ...figures, crashes: figures.crashes.length, seconds: Math.round(seconds) });
for (const crash of figures.crashes.slice(0, 10)) console.error(crash);
const failed =
  figures.crashes.length > 0 ||
  figures.connections > 0 ||
  figures.slowestCpuMs > MOST_MS ||
  figures.heapGrowthMb > MOST_HEAP_MB;
process.exitCode = failed ? 1 : 0;
