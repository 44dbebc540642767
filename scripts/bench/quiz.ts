/**
 * npm run bench:quiz: a class takes a quiz at once against a production server, which is
 * killed and started again in the middle. Says how long saving and handing in take, and
 * whether anything that was acknowledged is missing afterwards: nothing may be.
 *
 *   npm run bench:quiz -- --students 300 --questions 40 --kills 5
 */
import { parseArgs } from "node:util";

import { openBenchServer } from "@/scripts/bench/bench-server";
import { plantClass } from "@/scripts/bench/bench-class";
import { takeQuiz, type Taken } from "@/scripts/bench/bench-student";
import { lostAnswers } from "@/scripts/bench/lost-answers";

const { values } = parseArgs({
  options: {
    students: { type: "string", default: "300" },
    questions: { type: "string", default: "40" },
    /** Times that the server is killed, in a second round with as many students. */
    kills: { type: "string", default: "5" },
    /** Seconds: all start within `start`, answer for `work`, and hand in within `submit`. */
    start: { type: "string", default: "10" },
    work: { type: "string", default: "60" },
    submit: { type: "string", default: "60" },
  },
});

const students = Number(values.students);
const questions = Number(values.questions);
const kills = Number(values.kills);
const pace = {
  startMs: Number(values.start) * 1_000,
  workMs: Number(values.work) * 1_000,
  submitMs: Number(values.submit) * 1_000,
};

const server = await openBenchServer();
try {
  const steady = await round("steady");
  const shaken = kills > 0 ? await round(`killed ${kills} times`, kills) : true;
  if (!steady || !shaken) process.exitCode = 1;
} finally {
  await server.close();
}

/** True when nothing was lost. */
async function round(name: string, killCount = 0): Promise<boolean> {
  const group = await plantClass(server.databaseUrl, { students, questions });
  console.log(`\n${name}: ${students} students × ${questions} questions`);
  const began = performance.now();
  const killing = killSometimes(killCount);
  const taken = await Promise.all(
    group.students.map((student) => takeQuiz(server.baseUrl, group, student, pace)),
  );
  await killing;
  const seconds = (performance.now() - began) / 1_000;
  const { lost, acknowledged, ungraded } = await lostAnswers(server.databaseUrl, taken);
  printTimes("start", taken, ({ startMs }) => startMs);
  printTimes("save", taken, ({ saveMs }) => saveMs);
  printTimes("submit", taken, ({ submitMs }) => submitMs);
  console.log(
    `  saves acknowledged ${acknowledged}, lost ${lost}; attempts without a grade ${ungraded}`,
  );
  console.log(
    `  requests repeated ${sum(taken, ({ repeats }) => repeats)}, in all ${seconds.toFixed(1)} s`,
  );
  return lost === 0 && ungraded === 0;
}

/** At random moments while students start, work and hand in. */
async function killSometimes(count: number): Promise<void> {
  const span = pace.startMs + pace.workMs + pace.submitMs / 2;
  const moments = Array.from({ length: count }, () => Math.random() * span).sort((a, b) => a - b);
  const began = performance.now();
  for (const moment of moments) {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, began + moment - performance.now())),
    );
    const downMs = await server.kill();
    console.log(
      `  killed at ${(moment / 1_000).toFixed(1)} s, up again after ${(downMs / 1_000).toFixed(1)} s`,
    );
  }
}

function printTimes(what: string, taken: readonly Taken[], pick: (one: Taken) => number[]): void {
  const times = taken.flatMap(pick).sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(0)} ms`);
  console.log(
    `  ${what}: ${times.length} requests, ${shown.join(", ")}, longest ${at(1).toFixed(0)} ms`,
  );
}

function sum(taken: readonly Taken[], pick: (one: Taken) => number): number {
  return taken.reduce((total, one) => total + pick(one), 0);
}
