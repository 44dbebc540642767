/**
 * npm run bench:study: answers and queues per second through the built application,
 * beside two floors in the same run: (a) a bare route handler of the same build that
 * sends the same statements to the database, with no session, no validation and no
 * grading; (b) bare node:http with the same statements, the machine's limit. The
 * database holds two million reviews. `--plans` prints the query plans.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { v7 as uuidV7 } from "uuid";

import { load, type LoadResult } from "@/scripts/bench/load";
import { fill, LARGE, learnerId, SMALL } from "@/scripts/bench/study-data";
import { catchStatements, joined, type Statement } from "@/scripts/bench/study-statements";
import {
  ANSWERS,
  CONNECTIONS,
  floor,
  product,
  SECRET,
  type Caught,
  type Question,
  type Target,
} from "@/scripts/bench/study-targets";
import { loadContent } from "@/scripts/content.mjs";
import { findFreePort } from "@/scripts/free-port.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { ensureBuild } from "@/scripts/next-build.mjs";
import { startThrowawayPostgres } from "@/scripts/throwaway-postgres.mjs";
import { startWebServer } from "@/scripts/web-server.mjs";

const DIST_DIR = ".next-bench";
const SECONDS = 6;
const ROUNDS = 3;
/** So few that nobody waits in line: what one learner feels. */
const CALM_CONNECTIONS = 2;

const say = (text: string) => {
  process.stderr.write(`${text}\n`);
};

async function catchAll(questions: Question[]): Promise<Caught> {
  const { studyAnswer } = await import("@/lib/server/services/study-answer");
  const { studyQueue } = await import("@/lib/server/services/study-queue");
  const { AnswerRequestSchema } = await import("@/lib/domain/study/answer-contract");
  const { QueueRequestSchema } = await import("@/lib/domain/study/queue-contract");
  const claims = { userId: learnerId(SMALL, SMALL.learners), sessionVersion: 0 };
  const [{ id: questionId, kind } = { id: "", kind: "single" }] = questions;
  const body = QueueRequestSchema.parse({ limit: 12 });
  await studyQueue(claims, body, new Date()); // reads the catalogue, which then stays
  const [queue] = await catchStatements(() => studyQueue(claims, body, new Date()));
  const request = AnswerRequestSchema.parse({
    id: uuidV7(),
    ticket: { questionId, version: 1, occurrence: 0 },
    answer: ANSWERS[kind],
    durationMs: 8_000,
  });
  const [read, write, ...more] = await catchStatements(() =>
    studyAnswer(claims, request, new Date()),
  );
  if (!queue || !read || !write || more.length > 0) {
    throw new Error("An answer should take one read and one write, a queue one read");
  }
  // The floor does not know the revision of a card; it writes whatever it is.
  const unguarded = { ...write, text: write.text.replace("revision = $3::int", "$3::int > 0") };
  const sample = { userId: claims.userId, questionId, reviewId: request.id };
  return { answer: { ...joined(read, unguarded), sample }, queue, read };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each comes first, second and last in its turn: what the database puts off meets whoever comes next. */
async function measure(targets: Target[], connections: number): Promise<LoadResult[]> {
  const results = targets.map((): LoadResult[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const place of targets.keys()) {
      const index = (place + round) % targets.length;
      const target = targets[index];
      if (!target) continue;
      const { port, next } = target;
      const offset = round * 10_000;
      const result = await load({
        port,
        seconds: SECONDS,
        connections,
        next: (c, turn) => next(c, turn + offset),
      });
      if (round > 0) results[index]?.push(result); // the first warms up
    }
  }
  return results.map((own) => {
    const of = (pick: (one: LoadResult) => number) => median(own.map(pick));
    return {
      requests: own.reduce((sum, one) => sum + one.requests, 0),
      refused: Object.assign({}, ...own.map((one) => one.refused)) as Record<number, number>,
      perSecond: of((one) => one.perSecond),
      p50: of((one) => one.p50),
      p95: of((one) => one.p95),
      p99: of((one) => one.p99),
    };
  });
}

function table(title: string, rows: { name: string; result: LoadResult }[], base: LoadResult) {
  console.log(`\n${title}`);
  console.log("| what | per second | p50 ms | p99 ms | share of floor (a) | refused |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const { name, result } of rows) {
    const share = (result.perSecond / base.perSecond).toFixed(2);
    const refused = Object.keys(result.refused).length === 0 ? "0" : JSON.stringify(result.refused);
    console.log(
      `| ${name} | ${result.perSecond.toFixed(0)} | ${result.p50.toFixed(2)} | ${result.p99.toFixed(2)} | ${share} | ${refused} |`,
    );
  }
}

async function printPlans(client: pg.Client, { read, queue }: Caught): Promise<void> {
  for (const [name, statement] of [
    ["answer", read],
    ["queue", queue],
  ] as const) {
    for (const group of [SMALL, LARGE]) {
      const values = statement.values.map((value) =>
        value === learnerId(SMALL, SMALL.learners) ? learnerId(group, 1) : value,
      );
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `explain (analyze, buffers) ${statement.text}`,
        values,
      );
      console.log(`\nPlan of the ${name}'s read, learner of ${group.cards} cards\n`);
      console.log(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    await printKeptPlans(client, name, statement);
  }
}

/** Whether the database plans a statement once or at every request. */
async function printKeptPlans(client: pg.Client, name: string, { text, values }: Statement) {
  for (let turn = 0; turn < 20; turn++) await client.query({ name, text, values });
  const { rows } = await client.query<{ kept: string; made: string }>(
    "select generic_plans as kept, custom_plans as made from pg_prepared_statements where name = $1",
    [name],
  );
  console.log(
    `\nOf 20 reads of the ${name}: ${rows[0]?.kept} by the kept plan, ${rows[0]?.made} planned anew`,
  );
}

async function startFloor(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/bench/floor-server.ts"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { port: Number(String(port)), stop: () => child.kill() };
}

async function prepareDatabase(url: (name: string) => string): Promise<pg.Client> {
  const maintenance = new pg.Client({ connectionString: url("postgres") });
  await maintenance.connect();
  await maintenance.query("create database bench");
  await maintenance.end();
  await migrate(url("bench"));
  await loadContent(url("bench"));
  const client = new pg.Client({ connectionString: url("bench") });
  await client.connect();
  say("Writing two million reviews…");
  await fill(client);
  return client;
}

async function run(client: pg.Client, databaseUrl: string): Promise<void> {
  const { rows: questions } = await client.query<Question>(
    `select q.id, q.kind
       from (select id, kind, row_number() over (order by md5(id)) as place
               from "Question" where "retiredAt" is null) q
      where q.place <= $1 and q.kind = any ($2)`,
    [SMALL.cards, Object.keys(ANSWERS)],
  );
  const statements = await catchAll(questions);
  const texts = { answer: statements.answer.text, queue: statements.queue.text };
  const env = { DATABASE_URL: databaseUrl, RECONCILE_BENCH_STATEMENTS: JSON.stringify(texts) };
  const port = (await findFreePort()) as number;
  const server = await startWebServer({
    mode: "start",
    host: "127.0.0.1",
    port,
    isQuiet: true,
    env: {
      ...env,
      NEXTAUTH_URL: `http://localhost:${port}`,
      NEXTAUTH_SECRET: SECRET,
      RECONCILE_DIST_DIR: DIST_DIR,
      WORKER: "separate",
    },
  });
  const bare = await startFloor(env);
  try {
    const own = await product(SMALL, SMALL.learners, questions, port);
    const small = await product(SMALL, LARGE.learners, questions, port);
    const large = await product(LARGE, LARGE.learners, questions, port);
    const a = floor("(a) bare route handler", port, "/api/bench", statements, questions);
    const b = floor("(b) bare node:http", bare.port, "", statements, questions);
    for (const what of ["answers", "queue"] as const) {
      const targets = [b[what], a[what], own[what]];
      const results = await measure(targets, CONNECTIONS);
      const rows = results.map((result, index) => ({ name: targets[index]?.name ?? "", result }));
      const [, base] = results;
      if (base) table(`${what}, ${CONNECTIONS} connections`, rows, base);
      const calm = await measure([small[what], large[what]], CALM_CONNECTIONS);
      const names = [`${SMALL.cards} cards`, `${LARGE.cards} cards`];
      const [ofSmall] = calm;
      const calmRows = calm.map((result, index) => ({ name: names[index] ?? "", result }));
      if (ofSmall) {
        table(
          `${what}, ${CALM_CONNECTIONS} connections (share: of the small learner)`,
          calmRows,
          ofSmall,
        );
      }
    }
    if (process.argv.includes("--plans")) await printPlans(client, statements);
  } finally {
    bare.stop();
    await server.stop();
  }
}

process.env["RECONCILE_BENCH"] = "1";
process.env.NEXTAUTH_SECRET = SECRET;
await ensureBuild(DIST_DIR);
const postgres = await startThrowawayPostgres();
try {
  const databaseUrl = postgres.url("bench");
  process.env["DATABASE_URL"] = databaseUrl;
  const client = await prepareDatabase(postgres.url);
  const { rows } = await client.query<{ count: string }>(`select count(*) from "Review"`);
  say(`${rows[0]?.count} reviews.`);
  await run(client, databaseUrl);
  const { closeDatabase } = await import("@/lib/server/db/client");
  await closeDatabase();
  await client.end();
} finally {
  await postgres.remove();
}
