/**
 * npm run bench:quiz: a class takes a quiz at once against a production server, which is
 * killed and started again in the middle. Says how long saving and handing in take, and
 * whether anything that was acknowledged is missing afterwards: nothing may be.
 *
 *   npm run bench:quiz -- --students 300 --questions 40 --kills 5
 *   npm run bench:quiz -- --kill-points 200    only kills, at so many random moments, within --minutes 25
 */
import { parseArgs } from "node:util";

import { openBenchServer } from "@/scripts/bench/bench-server";
import { plantClass } from "@/scripts/bench/bench-class";
import { keepSaving, takeQuiz, type Taken } from "@/scripts/bench/bench-student";
import { quantile } from "@/scripts/bench/load";
import { lostAnswers } from "@/scripts/bench/lost-answers";

const { values } = parseArgs({
  options: {
    students: { type: "string", default: "300" },
    questions: { type: "string", default: "40" },
    /** Times that the server is killed, in a second round with as many students. */
    kills: { type: "string", default: "5" },
    /** Instead of both rounds: so many kills while a few students save without a rest. */
    "kill-points": { type: "string", default: "0" },
    /** Then it ends with as many kills as there were, and says so. */
    minutes: { type: "string", default: "25" },
    /** Seconds: all start within `start`, answer for `work`, and hand in within `submit`. */
    start: { type: "string", default: "10" },
    work: { type: "string", default: "60" },
    submit: { type: "string", default: "60" },
  },
});

const students = Number(values.students);
const questions = Number(values.questions);
const kills = Number(values.kills);
const killPoints = Number(values["kill-points"]);
const pace = {
  startMs: Number(values.start) * 1_000,
  workMs: Number(values.work) * 1_000,
  submitMs: Number(values.submit) * 1_000,
};

const longestMs = Number(values.minutes) * 60_000;

/** So many save at once that hardly a moment is without a save on its way. */
const BUSY_STUDENTS = 20;
/** The server lives so long at most, once something was saved. */
const LONGEST_LIFE_MS = 1_000;

const server = await openBenchServer();
try {
  const isWhole = killPoints > 0 ? await shaken() : (await steady()) && (await interrupted());
  if (!isWhole) process.exitCode = 1;
} finally {
  await server.close();
}

async function steady(): Promise<boolean> {
  console.log(`\nsteady: ${students} students × ${questions} questions`);
  return report(await everybodyTakesIt());
}

async function interrupted(): Promise<boolean> {
  if (kills === 0) return true;
  console.log(`\nkilled ${kills} times: ${students} students × ${questions} questions`);
  const span = pace.startMs + pace.workMs + pace.submitMs / 2;
  const moments = Array.from({ length: kills }, () => Math.random() * span).sort((a, b) => a - b);
  const [taken] = await Promise.all([everybodyTakesIt(), killAt(moments)]);
  return report(taken);
}

async function everybodyTakesIt(): Promise<Taken[]> {
  const group = await plantClass(server.databaseUrl, { students, questions });
  const all = group.students.map((student) => takeQuiz(server.baseUrl, group, student, pace));
  return Promise.all(all);
}

async function killAt(moments: readonly number[]): Promise<void> {
  const began = performance.now();
  for (const moment of moments) {
    await pause(began + moment - performance.now());
    const downMs = await server.kill();
    const [at, down] = [moment / 1_000, downMs / 1_000];
    console.log(`  killed at ${at.toFixed(1)} s, up again after ${down.toFixed(1)} s`);
  }
}

async function shaken(): Promise<boolean> {
  console.log(`\nkilled at ${killPoints} random points, ${BUSY_STUDENTS} students saving`);
  const group = await plantClass(server.databaseUrl, { students: BUSY_STUDENTS, questions });
  const began = performance.now();
  let done = 0;
  let savesOfLife = 0;
  let downMs = 0;
  const isEnough = () => done >= killPoints || performance.now() - began > longestMs;
  const onSaved = () => {
    savesOfLife += 1;
  };
  const all = group.students.map((student) =>
    keepSaving(server.baseUrl, group, student, isEnough, onSaved),
  );
  const killing = (async () => {
    while (!isEnough()) {
      // A life in which nothing was saved would prove nothing.
      while (savesOfLife === 0) await pause(20);
      await pause(Math.random() * LONGEST_LIFE_MS);
      savesOfLife = 0;
      downMs += await server.kill();
      done += 1;
      if (done % 20 === 0) console.log(`  ${done} of ${killPoints}`);
    }
  })();
  const [taken] = await Promise.all([Promise.all(all), killing]);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const down = (downMs / Math.max(1, done) / 1_000).toFixed(1);
  console.log(
    `  killed ${done} times of ${killPoints} in ${minutes} minutes, up again after ${down} s on average`,
  );
  return (await report(taken)) && done >= killPoints;
}

/** True when nothing was lost. */
async function report(taken: readonly Taken[]): Promise<boolean> {
  const { lost, acknowledged, ungraded } = await lostAnswers(server.databaseUrl, taken);
  printTimes("start", taken, ({ startMs }) => startMs);
  printTimes("save", taken, ({ saveMs }) => saveMs);
  printTimes("submit", taken, ({ submitMs }) => submitMs);
  const repeats = taken.reduce((total, one) => total + one.repeats, 0);
  console.log(
    `  saves acknowledged ${acknowledged}, lost ${lost}; attempts ${taken.length}, without a grade ${ungraded}; requests repeated ${repeats}`,
  );
  return lost === 0 && ungraded === 0;
}

function printTimes(what: string, taken: readonly Taken[], pick: (one: Taken) => number[]): void {
  const times = taken.flatMap(pick).sort((a, b) => a - b);
  const at = (share: number) => quantile(times, share).toFixed(0);
  const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share)} ms`);
  console.log(
    `  ${what}: ${times.length} requests, ${shown.join(", ")}, longest ${times.at(-1)?.toFixed(0) ?? "–"} ms`,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
