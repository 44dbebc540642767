import type { Actor } from "@/lib/domain/access/actor";
import { canMark } from "@/lib/domain/access/class-access";
import { groupBy } from "@/lib/domain/progress/group-by";
import {
  RESULT_STATES,
  type ResultsQuery,
  type ResultState,
} from "@/lib/domain/quizzes/results-query";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { countResultStates, listResultStudents, listSubmittedItems } from "@/lib/server/db/results";
import { inOrderOfQuiz, type NamedQuestion } from "@/lib/server/quizzes/question-order";
import { requireQuizResults, type AssignmentRef } from "@/lib/server/quizzes/require-quiz-results";
import {
  chooseAttempt,
  shownAttempt,
  toStudentResult,
  type ShownAttempt,
  type StudentResult,
} from "@/lib/server/quizzes/result-rows";

export type ResultsView = {
  title: string;
  timeZone: string;
  shown: ShownAttempt;
  mayMark: boolean;
  sections: { id: string; name: string }[];
  /** Students like that in each state, whatever state is asked for. */
  counts: Record<ResultState, number>;
  /** Questions of the attempts on this page. */
  questions: NamedQuestion[];
  students: StudentResult[];
  found: number;
  page: number;
  pages: number;
};

const STUDENTS_PER_PAGE = 50;

/** Who did how at an assignment, one page of its students at a time. */
export async function viewResults(
  actor: Actor,
  ref: AssignmentRef,
  query: ResultsQuery,
): Promise<ResultsView> {
  const { group, place, assignment } = await requireQuizResults(actor, ref);
  const { section, text, state } = query;
  const filter = { assignmentId: assignment.id, section, text };
  const [stored, sections] = await Promise.all([
    countResultStates(filter),
    listSections(database(), group.id),
  ]);
  const counts = Object.fromEntries(
    RESULT_STATES.map((one) => [one, stored[one] ?? 0]),
  ) as ResultsView["counts"];
  const found = state === null ? sum(Object.values(counts)) : counts[state];
  const pages = Math.max(1, Math.ceil(found / STUDENTS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await listResultStudents({
    ...filter,
    state,
    order: query.sort,
    offset: (page - 1) * STUDENTS_PER_PAGE,
    limit: STUDENTS_PER_PAGE,
  });
  const shown = shownAttempt(assignment);
  const attempts = groupBy(
    await listSubmittedItems(
      assignment.id,
      rows.map(({ userId }) => userId),
    ),
    ({ userId }) => userId,
  );
  const chosen = rows.map(({ userId }) => chooseAttempt(attempts.get(userId) ?? [], shown));
  const asked = chosen.flatMap((one) => one?.items.map(({ questionId }) => questionId) ?? []);
  const questions = await inOrderOfQuiz(assignment, new Set(asked), actor.id);
  const questionIds = questions.map(({ id }) => id);
  return {
    title: assignment.title,
    timeZone: group.timeZone,
    shown,
    mayMark: canMark(actor, place),
    sections,
    counts,
    questions,
    students: rows.map((row, index) => toStudentResult(row, chosen[index], questionIds)),
    found,
    page,
    pages,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
