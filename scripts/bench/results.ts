/**
 * npm run bench:results: what results and regrades of a very large class cost, on a
 * database of its own whose commits reach the disk. While marks are regraded, students who
 * are in the middle of an attempt go on saving: how long they wait is measured too.
 *
 *   npm run bench:results -- --students 10000 --questions 40 --plans
 */
import { parseArgs } from "node:util";
import pg from "pg";

import type { Actor } from "@/lib/domain/access/actor";
import { HelpRuleSchema } from "@/lib/domain/classes/needs-help";
import { GradebookQuerySchema } from "@/lib/domain/quizzes/gradebook-input";
import { ResultsQuerySchema } from "@/lib/domain/quizzes/results-query";
import { measureAll } from "@/scripts/bench/measure-all";
import { measure } from "@/scripts/bench/measure-service";
import { plantNewKey } from "@/scripts/bench/plant-new-key";
import { plantResults, type PlantedResults } from "@/scripts/bench/plant-results";
import { printTimes, savesMeanwhile } from "@/scripts/bench/saves-meanwhile";
import { loadContent } from "@/scripts/content.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { startThrowawayPostgres } from "@/scripts/throwaway-postgres.mjs";

const { values } = parseArgs({
  options: {
    students: { type: "string", default: "10000" },
    questions: { type: "string", default: "40" },
    workers: { type: "string", default: "50" },
    plans: { type: "boolean", default: false },
    /** Regrades to other points of every question instead of one key, and nothing else. */
    "all-points": { type: "boolean", default: false },
  },
});
const size = {
  students: Number(values.students),
  questions: Number(values.questions),
  workers: Number(values.workers),
};

const GRADEBOOK = { students: 300, assignments: 50, questions: 20 };
const DATABASE = "bench_results";
const postgres = await startThrowawayPostgres();
try {
  await createDatabase(postgres.url("postgres"));
  const url = postgres.url(DATABASE);
  process.env["DATABASE_URL"] = url;
  process.env.NEXTAUTH_SECRET ??= "a secret for benchmarks only, as long as it should be";
  await migrate(url, url);
  await loadContent(url);
  const client = new pg.Client({ connectionString: url });
  // When something else fails the server goes away below it.
  client.on("error", () => undefined);
  await client.connect();
  const planted = await plantResults(client, size);
  console.log(`${size.students} attempts × ${size.questions} questions`);
  const actor: Actor = {
    id: planted.instructorId,
    role: "instructor",
    isGuest: false,
    name: "Instructor",
    email: null,
  };
  if (!values["all-points"]) {
    await measurePages(client, actor, planted);
    await measureGradebook(client, actor);
  }
  await measureRegrade(client, actor, planted);
  const { closeDatabase } = await import("@/lib/server/db/client");
  await closeDatabase();
  await client.end();
} finally {
  await postgres.remove();
}

/** Tests do without the disk; what this measures must not. */
async function createDatabase(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    await admin.query(`alter system set ${setting} = on`);
  }
  await admin.query("select pg_reload_conf()");
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
}

async function measurePages(
  client: pg.Client,
  actor: Actor,
  { classId, assignmentId, questionIds }: PlantedResults,
): Promise<void> {
  const { viewResults } = await import("@/lib/server/services/view-results");
  const { viewQuestionResults, viewQuestionAnswers } =
    await import("@/lib/server/services/view-question-results");
  const { exportResults } = await import("@/lib/server/services/export-results");
  const ref = { classId, assignmentId };
  const page = (query: object) => viewResults(actor, ref, ResultsQuerySchema.parse(query));
  const [questionId = ""] = questionIds;
  const works: Record<string, () => Promise<unknown>> = {
    "students, first page by name": () => page({}),
    "students, by points": () => page({ sort: "-total" }),
    "students, page 150": () => page({ page: 150 }),
    "figures of all questions": () => viewQuestionResults(actor, ref),
    "answers to one question": () => viewQuestionAnswers(actor, { ...ref, questionId }),
    "CSV of everything": async () => {
      const { pieces } = await exportResults(actor, ref, new Date());
      let bytes = 0;
      for await (const piece of pieces) bytes += piece.length;
      return bytes;
    },
  };
  await page({}); // opens the connections and reads the catalogue
  await measureAll(client, works, { plans: values.plans });
}

/** A class of a usual size at the end of a long course. */
async function measureGradebook(client: pg.Client, actor: Actor): Promise<void> {
  const { plantGradebook } = await import("@/scripts/bench/plant-gradebook");
  const { viewGradebook } = await import("@/lib/server/services/view-gradebook");
  const { exportGradebook } = await import("@/lib/server/services/export-gradebook");
  const { viewClassProgress } = await import("@/lib/server/services/view-class-progress");
  const { viewStudentReport } = await import("@/lib/server/services/view-student-report");
  const { classId, studentId } = await plantGradebook(client, actor.id, GRADEBOOK);
  const { students, assignments, questions } = GRADEBOOK;
  console.log(`\n${students} students × ${assignments} quizzes × ${questions} questions`);
  const now = new Date();
  const exported = async (format: "csv" | "xlsx") => {
    const { pieces } = await exportGradebook(actor, classId, format, now);
    let bytes = 0;
    for await (const piece of pieces) bytes += piece.length;
    return bytes;
  };
  const works: Record<string, () => Promise<unknown>> = {
    "gradebook, first page": () =>
      viewGradebook(actor, classId, GradebookQuerySchema.parse({}), now),
    "gradebook as CSV": () => exported("csv"),
    "gradebook as XLSX": () => exported("xlsx"),
    "progress of the class": () =>
      viewClassProgress(actor, classId, { rule: HelpRuleSchema.parse({}), page: 1 }, now),
    "report of one student": () => viewStudentReport(actor, { classId, userId: studentId }, now),
  };
  await measureAll(client, works, { plans: values.plans });
}

/** Every question is worth twice as much: each mark of everybody changes. */
async function plantOtherPoints(client: pg.Client, assignmentId: string): Promise<void> {
  await client.query(
    `with quiz as (
       update "Quiz" q set "currentVersion" = 2 from "Assignment" a
        where a.id = $1 and q.id = a."quizId" returning q.id)
     insert into "QuizVersion" ("quizId", version, content, "createdAt")
     select v."quizId", 2, replace(v.content::text, '"points": 1', '"points": 2')::jsonb, now()
       from "QuizVersion" v join quiz on quiz.id = v."quizId"`,
    [assignmentId],
  );
}

/** A key that accepts more: every wrong answer to one question becomes right; or other points. */
async function measureRegrade(
  client: pg.Client,
  actor: Actor,
  planted: PlantedResults,
): Promise<void> {
  const { applyRegrade, previewRegrade } = await import("@/lib/server/services/regrade");
  const { undoRegrade } = await import("@/lib/server/services/undo-regrade");
  const { classId, assignmentId } = planted;
  const ref = { classId, assignmentId };
  const points = values["all-points"];
  await (points
    ? plantOtherPoints(client, assignmentId)
    : plantNewKey(client, planted.questionIds));
  const draft = { policy: "replace" as const, keys: !points, points, rulings: {}, reason: "" };
  const saves = savesMeanwhile(planted);
  await saves.during("before", 3_000);
  let id = "";
  const steps: Record<string, () => Promise<unknown>> = {
    preview: async () => {
      ({ id } = await previewRegrade(actor, { ...ref, ...draft }, new Date()));
    },
    apply: () => applyRegrade(actor, { ...ref, id }, new Date()),
    undo: () => undoRegrade(actor, { ...ref, id }, new Date()),
  };
  console.log("\n| regrade | seconds | peak MB (before) |");
  console.log("| --- | --- | --- |");
  for (const [name, step] of Object.entries(steps)) {
    const { seconds, peakMb, baseMb } = await saves.beside(name, () => measure(step));
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${peakMb.toFixed(0)} (${baseMb.toFixed(0)}) |`,
    );
  }
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from "RegradeChange"`,
  );
  console.log(
    `\n${rows[0]?.count ?? 0} marks changed. Saves of ${planted.workerIds.length} students meanwhile:`,
  );
  printTimes(saves.times);
}
