/**
 * Runs every kubectl task through the real kubectl, in the world the task describes:
 * each accepted answer must pass, in variants that use every value of every parameter.
 *
 *   npm run kubectl:verify-tasks                      every task
 *   npm run kubectl:verify-tasks -- kubectl/run-pod   some
 *
 * Lists what kubectl refuses (exit 1 then). For a person to judge it also lists accepted
 * answers that do something else than the first one, and near misses that do what an
 * accepted answer does, as far as requests, objects and output show it.
 */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawWith } from "@/lib/domain/questions/draw-question";
import type { Task } from "@/lib/domain/kubectl/model";
import type { Draw, Parameters } from "@/lib/domain/questions/parameters";
import { checkContent } from "@/lib/server/content/check-content";
import { readContentFiles } from "@/lib/server/content/read-content-files";

import { effectOf } from "./effect-of";
import type { JsonObject } from "./fake-cluster/json";
import { ensureKubectl, ROOT } from "./kubectl-binary";
import type { World } from "./read-corpus";
import type { Recording } from "./recording";
import { startRecorder, type Recorder } from "./recorder";
import { settledObjects } from "./settled-objects";

const VERSION = "1.35";
const WORKERS = 2;

type KubectlContent = Extract<QuestionContent, { kind: "kubectl" }>;

type Verdict = {
  id: string;
  runs: number;
  /** Each once, however many variants show it. */
  refused: Set<string>;
  /** `explain` of a field that the fake cluster has no schema of. */
  unknown: Set<string>;
  endless: Set<string>;
  differing: Set<string>;
  lenient: Set<string>;
};

/** As many variants as the longest list has values; together they use every value. */
function coveringDraws(parameters: Parameters): Draw[] {
  const lists = Object.entries(parameters);
  const count = Math.max(1, ...lists.map(([, values]) => values.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      lists.flatMap(([name, values]) => {
        const value = values[index % values.length];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

function worldOf({ context = {} }: Task): World {
  const current = context.currentContext ?? "exam";
  const names = new Set([current, ...(context.contexts ?? [])]);
  return {
    objects: settledObjects((context.objects ?? []) as unknown as JsonObject[]),
    files: context.files ?? {},
    stdin: context.stdin ?? "",
    aliases: context.aliases ?? {},
    variables: context.variables ?? {},
    currentContext: current,
    contexts: {
      ...Object.fromEntries([...names].map((name) => [name, null])),
      ...context.contextNamespaces,
      ...(context.namespace === undefined ? {} : { [current]: context.namespace }),
    },
  };
}

/** A line that ends in a backslash runs on in the next. */
const linesOf = (answer: string): string[] =>
  answer
    .replace(/\\\n\s*/gu, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");

/** `diff` exits 1 where there are differences. */
const isRefused = ({ line, exit }: Recording): boolean =>
  exit > (/^\w+ diff\b/u.test(line) ? 1 : 0);

/** What a whole answer does; null when kubectl refuses a line of it. */
function effectOfAll(recordings: readonly Recording[]): string | null {
  if (recordings.some(isRefused)) return null;
  return recordings.map((recording) => effectOf({ ...recording, exit: 0 })).join("\n");
}

async function verifyVariant(
  recorder: Recorder,
  { task, nearMisses }: { task: Task; nearMisses: readonly { answer: string }[] },
  verdict: Verdict,
): Promise<void> {
  recorder.enter(worldOf(task));
  const effects: (string | null)[] = [];
  for (const answer of task.accept) {
    const recordings = await recorder.recordAll(linesOf(answer));
    verdict.runs++;
    for (const recording of recordings) {
      const { line, error, exit, endless } = recording;
      const lacksSchema = /^error: field "\w+" does not exist/u.test(error ?? "");
      if (lacksSchema) verdict.unknown.add(line);
      else if (isRefused(recording)) verdict.refused.add(`${line}: ${error ?? `exit ${exit}`}`);
      if (endless === true) verdict.endless.add(line);
    }
    const effect = effectOfAll(recordings);
    effects.push(effect);
    if (effect !== effects[0]) verdict.differing.add(answer);
  }
  for (const { answer } of nearMisses) {
    const effect = effectOfAll(await recorder.recordAll(linesOf(answer)));
    verdict.runs++;
    if (effect !== null && effects.includes(effect)) verdict.lenient.add(answer);
  }
}

async function verifyTask(recorder: Recorder, content: KubectlContent): Promise<Verdict> {
  const verdict: Verdict = {
    id: content.id,
    runs: 0,
    refused: new Set(),
    unknown: new Set(),
    endless: new Set(),
    differing: new Set(),
    lenient: new Set(),
  };
  for (const [index, draw] of coveringDraws(content.parameters ?? {}).entries()) {
    const { body } = drawWith<"kubectl">(content, draw, content.id);
    const nearMisses = index === 0 ? body.nearMisses : []; // what they show, one variant shows
    await verifyVariant(recorder, { task: body.task, nearMisses }, verdict);
  }
  return verdict;
}

function print(title: string, verdicts: readonly Verdict[], of: (one: Verdict) => Set<string>) {
  const found = verdicts.filter((verdict) => of(verdict).size > 0);
  console.log(`${title}: ${found.length} tasks`);
  for (const verdict of found) {
    for (const line of of(verdict)) console.log(`  ${verdict.id}: ${line}`);
  }
}

const asked = process.argv.slice(2);
const { questions } = checkContent(await readContentFiles(`${ROOT}content/questions`));
const tasks = questions
  .filter((question): question is KubectlContent => question.kind === "kubectl")
  .filter(({ id }) => asked.length === 0 || asked.includes(id));
const queue = [...tasks];
const verdicts: Verdict[] = [];
const binary = ensureKubectl(VERSION);
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    const recorder = await startRecorder(binary, VERSION);
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      verdicts.push(await verifyTask(recorder, task));
    }
    recorder.close();
  }),
);
verdicts.sort((a, b) => (a.id < b.id ? -1 : 1));
print("Refused by kubectl", verdicts, ({ refused }) => refused);
print("Not run to the end, as the cluster has no schema", verdicts, ({ unknown }) => unknown);
print("Accepted answers that run until they are stopped", verdicts, ({ endless }) => endless);
print("Accepted answers that do otherwise than the first", verdicts, ({ differing }) => differing);
print("Near misses that seem to do the same", verdicts, ({ lenient }) => lenient);
const failed = verdicts.filter(({ refused }) => refused.size > 0).length;
const passed = verdicts.filter(({ refused, unknown }) => refused.size + unknown.size === 0).length;
const runs = verdicts.reduce((sum, verdict) => sum + verdict.runs, 0);
console.log(`${passed} of ${verdicts.length} tasks pass; ${runs} answers were run`);
process.exitCode = failed === 0 ? 0 : 1;
