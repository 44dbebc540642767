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
import { isObject, objectAt, type Json, type JsonObject } from "./fake-cluster/json";
import { ensureKubectl } from "./kubectl-binary";
import { readPairs } from "./read-pairs";
import type { RecordedRequest, Recording } from "./recording";
import { startRecorder, type Recorder } from "./recorder";

const VERSION = "1.35";
const WORKERS = 2;

const CHANGING = new Set(["create", "update", "patch", "delete", "connect"]);

/** Query parameters that say how, not what. */
const MANNER = new Set(["fieldManager", "fieldValidation", "limit"]);

/** What a line does, as text that is the same for lines that do the same; null when it is refused. */
function effectOf(recording: Recording): string | null {
  if (recording.exit > 0) return null;
  const requests = recording.requests ?? [];
  const changes = requests.filter((request) => CHANGING.has(request.verb));
  const relevant = changes.length > 0 ? changes : requests;
  return JSON.stringify([
    relevant.map(essence),
    recording.objects?.map(withoutOrder) ?? (changes.length > 0 ? null : recording.stdout),
    recording.kubeconfig ?? null,
  ]);
}

function essence(request: RecordedRequest): Json {
  const query = Object.entries(request.query ?? {}).filter(([name]) => !MANNER.has(name));
  const selector = request.labelSelector?.split(",").sort().join(",") ?? null;
  const { query: _query, labelSelector: _selector, ...rest } = request;
  return withoutOrder({ ...(rest as JsonObject), query: Object.fromEntries(query), selector });
}

/** Sorts keys, and empties `status`, which lines cannot set. */
function withoutOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutOrder);
  if (!isObject(value)) return value;
  const keys = Object.keys(objectAt(value)).filter((key) => key !== "status");
  return Object.fromEntries(keys.sort().map((key) => [key, withoutOrder(value[key] ?? null)]));
}

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

const pairs = readPairs();
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
