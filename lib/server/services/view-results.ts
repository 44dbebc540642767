import type { Actor } from "@/lib/domain/access/actor";
import { canMark, canSeeStudents } from "@/lib/domain/access/class-access";
import { analyseQuiz, type QuizResults, type ResultItem } from "@/lib/domain/quizzes/quiz-results";
import { itemPoints, toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { findVersion } from "@/lib/server/content/catalogue";
import {
  listResults,
  type ResultRow,
  type ResultRowAttempt,
  type ResultRowItem,
} from "@/lib/server/db/results";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { pickedOptions } from "@/lib/server/quizzes/picked-options";

export type ResultState = "not-started" | "working" | "handed-in" | "ended" | "excused";

export type StudentResult = {
  userId: string;
  name: string;
  section: string | null;
  state: ResultState;
  attempts: number;
  latePercent: number;
  /** Null while there is nothing, or something is to be marked. */
  total: number | null;
  maxPoints: number | null;
  minutes: number | null;
  submittedAt: string | null;
  /** By question of the results; null where it was not asked or not handed in. */
  cells: ({ points: number | null; most: number } | null)[];
};

export type ResultsView = {
  title: string;
  timeZone: string;
  /** Of the attempt that is shown where there are several. */
  shown: "last" | "best" | "first";
  mayMark: boolean;
  /** Answers that wait for somebody to mark them. */
  unmarked: number;
  questions: { id: string; prompt: string }[];
  students: StudentResult[];
  results: QuizResults;
};

const MINUTE_MS = 60_000;

/** Who did how at an assignment, and what that says about its questions. */
export async function viewResults(
  actor: Actor,
  { classId, assignmentId }: { classId: string; assignmentId: string },
): Promise<ResultsView> {
  const found = await requireGradable(actor, { classId, assignmentId }, canSeeStudents);
  const { group, place } = found;
  const rows = await listResults(found.id);
  const shown = found.counts === "best" || found.counts === "first" ? found.counts : "last";
  const questionIds = questionsOf(rows);
  const firsts = rows.flatMap(({ attempts }) => submittedOf(attempts).slice(0, 1));
  const marked = firsts.filter(({ items }) => items.every((item) => pointsOf(item) !== null));
  const students = await Promise.all(
    marked.map(({ items }) => Promise.all(items.map(toResultItem))),
  );
  return {
    title: found.title,
    timeZone: group.timeZone,
    shown,
    mayMark: canMark(actor, place),
    unmarked: rows
      .flatMap(({ attempts }) => submittedOf(attempts).flatMap(({ items }) => items))
      .filter((item) => pointsOf(item) === null).length,
    questions: await Promise.all(questionIds.map((id) => nameOf(id, rows))),
    students: rows.map((row) => toStudent(row, questionIds, shown)),
    results: analyseQuiz(students, questionIds),
  };
}

const pointsOf = (item: ResultRowItem): number | null => itemPoints(item);

const submittedOf = (attempts: readonly ResultRowAttempt[]): ResultRowAttempt[] =>
  attempts.filter(({ state }) => state === "submitted");

/** In the order in which attempts had them first. */
function questionsOf(rows: readonly ResultRow[]): string[] {
  const places = new Map<string, number>();
  for (const { position, questionId } of rows
    .flatMap(({ attempts }) => submittedOf(attempts))
    .flatMap(({ items }) => items)) {
    places.set(questionId, Math.min(position, places.get(questionId) ?? position));
  }
  return [...places].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}

async function nameOf(id: string, rows: readonly ResultRow[]) {
  const item = rows
    .flatMap(({ attempts }) => attempts.flatMap(({ items }) => items))
    .find(({ questionId }) => questionId === id);
  const content = item && (await findVersion(id, item.version));
  return { id, prompt: content?.prompt ?? id };
}

function toStudent(
  row: ResultRow,
  questionIds: readonly string[],
  shown: ResultsView["shown"],
): StudentResult {
  const submitted = submittedOf(row.attempts);
  const attempt = chosen(submitted, shown);
  const spentMs = attempt?.items.reduce((sum, item) => sum + item.spentMs, 0) ?? null;
  return {
    userId: row.userId,
    name: row.name,
    section: row.section,
    state: stateOf(row, attempt),
    attempts: row.attempts.length,
    latePercent: row.latePercent ?? 0,
    total: row.override ?? row.points,
    maxPoints: row.maxPoints,
    minutes: spentMs === null ? null : Math.round(spentMs / MINUTE_MS),
    submittedAt: attempt?.submittedAt ?? null,
    cells: questionIds.map((id) => {
      const item = attempt?.items.find(({ questionId }) => questionId === id);
      return item ? { points: pointsOf(item), most: item.points } : null;
    }),
  };
}

function stateOf(row: ResultRow, attempt: ResultRowAttempt | undefined): ResultState {
  if (row.excused === true) return "excused";
  if (row.attempts.some(({ state }) => state === "open")) return "working";
  if (!attempt) return "not-started";
  return attempt.submittedBy === "deadline" ? "ended" : "handed-in";
}

function chosen(submitted: readonly ResultRowAttempt[], shown: ResultsView["shown"]) {
  if (shown === "first") return submitted[0];
  if (shown === "last") return submitted.at(-1);
  return [...submitted].sort((a, b) => sumOf(b) - sumOf(a))[0];
}

const sumOf = ({ items }: ResultRowAttempt): number =>
  toHundredths(items.reduce((sum, item) => sum + (pointsOf(item) ?? 0), 0));

async function toResultItem(item: ResultRowItem): Promise<ResultItem> {
  const { questionId, points: most, findings, answer, outcome } = item;
  const isWrongLine = findings !== null && (outcome === "wrong" || outcome === "partly");
  const text = isWrongLine ? textOf(answer) : null;
  return {
    questionId,
    points: pointsOf(item) ?? 0,
    most,
    choices: await pickedOptions(item),
    wrongLine: text === null ? null : { text, findings: findings ?? [] },
  };
}

const textOf = (answer: unknown): string | null =>
  typeof answer === "object" &&
  answer !== null &&
  "text" in answer &&
  typeof answer.text === "string"
    ? answer.text
    : null;
