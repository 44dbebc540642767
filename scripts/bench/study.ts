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
import { printPlans } from "@/scripts/bench/study-plans";
import { fill, LARGE, learnerId, SMALL } from "@/scripts/bench/study-data";
import { catchStatements } from "@/scripts/bench/study-statements";
import {
  ANSWERS,
  CONNECTIONS,
  floor,
  product,
  SECRET,
  type Caught,
  type Target,
} from "@/scripts/bench/study-targets";
import { loadContent } from "@/scripts/content.mjs";
import { findFreePort } from "@/scripts/free-port.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { ensureBuild } from "@/scripts/next-build.mjs";
import { startThrowawayPostgres } from "@/scripts/throwaway-postgres.mjs";
import { startWebServer } from "@/scripts/web-server.mjs";

const DIST_DIR = ".next-bench";
const SECONDS = 4;
const ROUNDS = 6;
/** So few that nobody waits in line: what one learner feels. */
const CALM_CONNECTIONS = 2;
/** In longer rounds so few learners would run out of questions. */
const CALM_SECONDS = 0.6;

const say = (text: string) => {
  process.stderr.write(`${text}\n`);
};

async function catchAll(): Promise<Caught> {
  const { studyAnswer } = await import("@/lib/server/services/study-answer");
  const { studyQueue } = await import("@/lib/server/services/study-queue");
  const { AnswerRequestSchema } = await import("@/lib/domain/study/answer-contract");
  const { QueueRequestSchema } = await import("@/lib/domain/study/queue-contract");
  const claims = { userId: learnerId(SMALL, SMALL.learners), sessionVersion: 0 };
  const body = QueueRequestSchema.parse({ limit: 12 });
  const { items } = await studyQueue(claims, body, new Date()); // reads the catalogue, which then stays
  const [queue] = await catchStatements(() => studyQueue(claims, body, new Date()));
  const item = items.find(({ reason }) => reason === "due");
  if (!item) throw new Error("Nothing is due");
  const request = AnswerRequestSchema.parse({
    id: uuidV7(),
    ticket: item.ticket,
    answer: ANSWERS[item.question.kind],
    durationMs: 8_000,
  });
  const [answer, ...more] = await catchStatements(() => studyAnswer(claims, request, new Date()));
  if (!queue || !answer || more.length > 0) {
    throw new Error("An answer to what was asked should take one statement, a queue too");
  }
  // The floor does not know the revision of a card; it writes whatever it is.
  const text = answer.text.replace(/revision = (\$\d+::int)/, "$1 is not null");
  if (text === answer.text) throw new Error("The write of an answer has changed");
  const sample = { userId: claims.userId, questionId: item.question.id, reviewId: request.id };
  return { answer: { text, values: answer.values, sample }, queue };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each comes first, second and last in its turn: what the database puts off meets whoever comes next. */
async function measure(
  targets: Target[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<LoadResult[][]> {
  const results = targets.map((): LoadResult[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const place of targets.keys()) {
      const index = (place + round) % targets.length;
      const target = targets[index];
      if (!target) continue;
      await target.prepare?.();
      const { port, next } = target;
      const offset = round * 10_000;
      const result = await load({
        port,
        seconds,
        connections,
        next: (c, turn) => next(c, turn + offset),
      });
      if (round > 0) results[index]?.push(result); // the first warms up
    }
  }
  return results;
}

/** Medians of the rounds; shares are of the same round, as the machine's pace changes from one to the next. */
function table(title: string, names: string[], rounds: LoadResult[][], base: number) {
  const of = (results: LoadResult[], pick: (one: LoadResult, round: number) => number) =>
    median(results.map(pick));
  const inBase = (round: number, pick: (one: LoadResult) => number): number => {
    const result = rounds[base]?.[round];
    return result ? pick(result) : Number.NaN;
  };
  const against = names[base] ?? "";
  console.log(`\n${title}`);
  console.log(
    `| what | per second | p50 ms | p99 ms | per second, of ${against} | p50, of ${against} | refused |`,
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [index, results] of rounds.entries()) {
    const figures = [
      of(results, (one) => one.perSecond).toFixed(0),
      of(results, (one) => one.p50).toFixed(2),
      of(results, (one) => one.p99).toFixed(2),
      of(results, (one, round) => one.perSecond / inBase(round, (o) => o.perSecond)).toFixed(2),
      of(results, (one, round) => one.p50 / inBase(round, (o) => o.p50)).toFixed(2),
    ];
    const refused = Object.assign({}, ...results.map((one) => one.refused)) as object;
    const others = Object.keys(refused).length === 0 ? "0" : JSON.stringify(refused);
    console.log(`| ${[names[index], ...figures, others].join(" | ")} |`);
  }
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
  const statements = await catchAll();
  const { rows: questions } = await client.query<{ id: string }>(
    `select "questionId" as id from "Card" where "userId" = $1`,
    [learnerId(SMALL, 1)],
  );
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
    const last = SMALL.learners - LARGE.learners;
    const own = await product(SMALL, { from: 1, to: last }, port);
    const small = await product(SMALL, { from: last + 1, to: SMALL.learners }, port);
    const large = await product(LARGE, { from: 1, to: LARGE.learners }, port);
    const ids = questions.map(({ id }) => id);
    const a = floor("(a) bare route handler", port, "/api/bench", statements, ids);
    const b = floor("(b) bare node:http", bare.port, "", statements, ids);
    // Answers empty the queues.
    for (const what of ["queue", "answers"] as const) {
      const targets = [b[what], a[what], own[what]];
      const names = targets.map(({ name }) => name);
      const busy = await measure(targets, { connections: CONNECTIONS, seconds: SECONDS });
      table(`${what}, ${CONNECTIONS} connections`, names, busy, 1);
      const calm = { connections: CALM_CONNECTIONS, seconds: CALM_SECONDS };
      const groups = [`${SMALL.cards} cards`, `${LARGE.cards} cards`];
      const sizes = await measure([small[what], large[what]], calm);
      table(`${what}, ${CALM_CONNECTIONS} connections`, groups, sizes, 0);
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
