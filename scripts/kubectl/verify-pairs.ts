/**
 * Holds the families of pairs against the real kubectl: whether lines that are
 * said to be equal send and print the same, and near misses do not.
 *
 *   npm run kubectl:verify-pairs
 *
 * Lists every pair on which they disagree, for a person to judge. An equal pair
 * may be listed because the server's defaults make the two the same
 * (`--type=ClusterIP`), a near miss because neither requests nor objects show the
 * difference (`-o json` beside `-o yaml`, the file of a redirection, `-t`, `--as`).
 */
import { effectOf } from "./effect-of";
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
const pairs = readPairs().filter(({ world }) => world === "recorded");
const effectsByLine = await effects(pairs.flatMap((pair) => [pair.accept, pair.answer]));
let same = 0;
for (const { accept, answer, expected } of pairs) {
  const [wanted, got] = [effectsByLine.get(accept), effectsByLine.get(answer)];
  const equal = got !== null && wanted === got;
  if (equal) same++;
  if (equal === (expected === "right")) continue;
  console.log(`${expected}${got === null ? " (refused)" : ""}: ${answer}\n    beside: ${accept}`);
}
console.log(`${String(pairs.length)} pairs, ${String(same)} with the same effect`);
