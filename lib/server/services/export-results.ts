import type { Actor } from "@/lib/domain/access/actor";
import { groupBy } from "@/lib/domain/progress/group-by";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import type { Cell } from "@/lib/domain/spreadsheets/cell";
import { database } from "@/lib/server/db/client";
import { listAskedVersions } from "@/lib/server/db/regrades";
import {
  listResultStudents,
  listSubmittedItems,
  type ResultAttempt,
  type ResultStudent,
} from "@/lib/server/db/results";
import { fileDate, type Download } from "@/lib/server/download";
import { inOrderOfQuiz } from "@/lib/server/quizzes/question-order";
import { requireQuizResults, type AssignmentRef } from "@/lib/server/quizzes/require-quiz-results";
import { chooseAttempt, shownAttempt, type ShownAttempt } from "@/lib/server/quizzes/result-rows";
import { csvPages } from "@/lib/server/spreadsheets/csv-file";

const STUDENTS_AT_ONCE = 500;

/** Students by questions of an assignment, all of them. */
export async function exportResults(
  actor: Actor,
  ref: AssignmentRef,
  now: Date,
): Promise<Download> {
  const { assignment } = await requireQuizResults(actor, ref);
  const asked = await listAskedVersions(database(), assignment.id);
  const questions = await inOrderOfQuiz(
    assignment,
    asked.map(({ questionId }) => questionId),
    actor.id,
  );
  const ids = questions.map(({ id }) => id);
  return csvPages(
    `results-${fileDate(now)}.csv`,
    pagesOf(assignment.id, ids, shownAttempt(assignment)),
  );
}

const HEAD = [
  "name",
  "email",
  "student number",
  "section",
  "state",
  "points",
  "of",
  "late percent",
  "attempts",
  "handed in",
  "minutes",
];

async function* pagesOf(
  assignmentId: string,
  questionIds: readonly string[],
  shown: ShownAttempt,
): AsyncGenerator<Cell[][]> {
  yield [[...HEAD, ...questionIds]];
  for (let offset = 0; ; offset += STUDENTS_AT_ONCE) {
    const students = await listResultStudents({
      assignmentId,
      section: null,
      text: "",
      state: null,
      order: "name",
      offset,
      limit: STUDENTS_AT_ONCE,
    });
    const attempts = groupBy(
      await listSubmittedItems(
        assignmentId,
        students.map(({ userId }) => userId),
      ),
      ({ userId }) => userId,
    );
    yield students.map((student) =>
      rowOf(student, chooseAttempt(attempts.get(student.userId) ?? [], shown), questionIds),
    );
    if (students.length < STUDENTS_AT_ONCE) return;
  }
}

const MINUTE_MS = 60_000;

function rowOf(
  student: ResultStudent,
  attempt: ResultAttempt | undefined,
  questionIds: readonly string[],
): Cell[] {
  const items = new Map(attempt?.items.map((item) => [item.questionId, item]));
  const spentMs = attempt?.items.reduce((sum, item) => sum + item.spentMs, 0) ?? null;
  return [
    student.name,
    student.email,
    student.studentNumber,
    student.section,
    student.state.replace("-", " "),
    student.total,
    student.maxPoints,
    student.latePercent,
    student.attempts,
    student.submittedAt?.toISOString() ?? null,
    spentMs === null ? null : Math.round(spentMs / MINUTE_MS),
    ...questionIds.map((id) => {
      const item = items.get(id);
      return item ? (itemPoints(item) ?? "not marked yet") : null;
    }),
  ];
}
