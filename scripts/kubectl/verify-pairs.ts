/**
 * Holds the families of pairs against the real kubectl: whether lines that are
 * said to be equal send and print the same, and near misses do not.
 *
 *   npm run kubectl:verify-pairs            lists what no rule explains
 *   npm run kubectl:verify-pairs -- change  of one file of pairs
 *   npm run kubectl:verify-pairs -- --all   and the pairs that a rule explains
 *
 * The log of a fake server does not tell everything: `explained-pairs.ts` says by rule
 * why an equal pair may differ in it, or a near miss not. What no rule explains is for a
 * person to judge.
 */
import { effectOf } from "./effect-of";
import { explanationOf } from "./explained-pairs";
import { ensureKubectl } from "./kubectl-binary";
import { readPairs } from "./read-pairs";
import { startRecorder, type Recorder } from "./recorder";

const VERSION = "1.35";
const WORKERS = 2;

async function effects(lines: readonly string[]): Promise<Map<string, string | null>> {
  const binary = ensureKubectl(VERSION);
  const found = new Map<string, string | null>();
  const queue = [...new Set(lines)];
  const drain = async (recorder: Recorder) => {
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      found.set(line, effectOf(await recorder.record(line)));
    }
    recorder.close();
  };
  await Promise.all(
    Array.from({ length: WORKERS }, async () => drain(await startRecorder(binary, VERSION))),
  );
  return found;
}

// The fake cluster holds the recorded world alone.
const names = process.argv.slice(2).filter((option) => !option.startsWith("--"));
const pairs = readPairs(names).filter(({ world }) => world === "recorded");
const effectsByLine = await effects(pairs.flatMap((pair) => [pair.accept, pair.answer]));
const listsAll = process.argv.includes("--all");
const explained = new Map<string, number>();
let same = 0;
let unexplained = 0;
for (const pair of pairs) {
  const { accept, answer, expected } = pair;
  const [wanted, got] = [effectsByLine.get(accept), effectsByLine.get(answer)];
  const equal = got !== null && wanted === got;
  if (equal) same++;
  if (equal === (expected === "right")) continue;
  const because = explanationOf(pair);
  if (because === null) unexplained++;
  else explained.set(because, (explained.get(because) ?? 0) + 1);
  if (because !== null && !listsAll) continue;
  console.log(`${expected}${got === null ? " (refused)" : ""}: ${answer}\n    beside: ${accept}`);
}
for (const [because, count] of explained) console.log(`${String(count)} explained: ${because}`);
console.log(
  `${String(pairs.length)} pairs, ${String(same)} with the same effect, ${String(unexplained)} differences without a rule`,
);
