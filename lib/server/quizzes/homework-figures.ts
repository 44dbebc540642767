import { groupBy } from "@/lib/domain/progress/group-by";
import { evenShares, expectedReadiness, readinessShares } from "@/lib/domain/progress/readiness";
import { finalAt, windowDays, type HomeworkWindow } from "@/lib/domain/quizzes/homework-plan";
import type { StudyFigures, StudyRule, StudyScope } from "@/lib/domain/quizzes/study-homework";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { replay, type ReviewLog } from "@/lib/domain/scheduling/replay";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { catalogueOfClass, type Catalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import {
  countStudyAnswers,
  listMemoriesOf,
  listTouchedSince,
  type MemoryRow,
} from "@/lib/server/db/homework";
import { getReviewLogs } from "@/lib/server/db/review-log";

/** A student with the dates that the homework has for them. */
export type HomeworkPerson = { userId: string; window: HomeworkWindow; settings: StudySettings };

export type HomeworkFigures = StudyFigures & {
  /** Without any more study until then. */
  readinessWhenDue: number;
};

/** How far each of these students is, by id: as it is now, and from the due time on as it was then. */
export async function readHomeworkFigures(
  { rule, classId }: { rule: StudyRule; classId: string },
  people: readonly HomeworkPerson[],
  now: Date,
): Promise<Map<string, HomeworkFigures>> {
  const catalogue = await catalogueOfClass(classId);
  const asked = questionsIn(catalogue, rule.scope);
  if (rule.kind === "reviews") return countDays(people, rule.scope.by === "all" ? null : asked);
  const shares = sharesOf(catalogue, rule.scope, asked);
  return readReadiness(people, shares, now);
}

/** Ids of the questions that homework is about. */
function questionsIn({ questions }: Catalogue, scope: StudyScope): string[] {
  const all = [...questions];
  switch (scope.by) {
    case "all":
      return all.map(([id]) => id);
    case "exam":
      return all.filter(([, { exams }]) => exams.includes(scope.id)).map(([id]) => id);
    case "domain":
      return all.filter(([, { domains }]) => domains.includes(scope.id)).map(([id]) => id);
    case "bank":
      return all.map(([id]) => id).filter((id) => id.startsWith(`${scope.id}/`));
  }
}

/** Questions of an exam count as its readiness counts them, all others alike. */
function sharesOf(catalogue: Catalogue, scope: StudyScope, asked: readonly string[]) {
  const exam =
    scope.by === "exam" ? catalogue.curriculum.exams.find(({ id }) => id === scope.id) : undefined;
  if (!exam) return evenShares(asked.map((id) => ({ id })));
  return readinessShares(
    exam,
    [...catalogue.questions.values()].map(({ content }) => content),
  );
}

async function countDays(
  people: readonly HomeworkPerson[],
  questionIds: readonly string[] | null,
): Promise<Map<string, HomeworkFigures>> {
  const [first] = people;
  if (!first) return new Map();
  const times = people.map(({ userId, window }) => ({
    userId,
    dueAt: window.dueAt,
    arrivedBy: finalAt(window),
  }));
  const quarters = await countStudyAnswers(first.window.opensAt, times, questionIds);
  const days = new Map(people.map(({ userId }) => [userId, new Map<number, number>()]));
  for (const { userId, at, answers, ...rule } of quarters) {
    const day = dayNumber(at, rule);
    const own = days.get(userId);
    own?.set(day, (own.get(day) ?? 0) + answers);
  }
  return new Map(
    people.map(({ userId, window, settings }) => {
      const answersByDay = days.get(userId) ?? new Map<number, number>();
      const daysThere = daysIn(window, settings);
      return [userId, { answersByDay, daysThere, readiness: 0, readinessWhenDue: 0 }];
    }),
  );
}

async function readReadiness(
  people: readonly HomeworkPerson[],
  shares: ReadonlyMap<string, number>,
  now: Date,
): Promise<Map<string, HomeworkFigures>> {
  const ids = [...shares.keys()];
  const ended = people.filter(({ window }) => now >= window.dueAt);
  const [memories, touched] = await Promise.all([
    listMemoriesOf(
      database(),
      people.map(({ userId }) => userId),
      ids,
    ),
    listTouchedSince(ended.map(({ userId, window }) => ({ userId, since: window.dueAt }))),
  ]);
  const byPerson = groupBy(memories, ({ userId }) => userId);
  const touchedBy = groupBy(touched, ({ userId }) => userId);
  const figures = new Map<string, HomeworkFigures>();
  for (const person of people) {
    const { userId, window, settings } = person;
    const own = byPerson.get(userId) ?? [];
    const changed = (touchedBy.get(userId) ?? [])
      .map(({ questionId }) => questionId)
      .filter((id) => shares.has(id));
    const whenDue = expectedReadiness(shares, await recallWhenDue(person, own, changed));
    figures.set(userId, {
      answersByDay: new Map(),
      daysThere: daysIn(window, settings),
      readiness:
        now < window.dueAt ? expectedReadiness(shares, recallOf(own, now, settings)) : whenDue,
      readinessWhenDue: whenDue,
    });
  }
  return figures;
}

const recallOf = (memories: readonly MemoryRow[], at: Date, settings: StudySettings) =>
  new Map(memories.map((memory) => [memory.questionId, recallAt(memory, at, settings)]));

/**
 * What is remembered at the due time. Of what was studied later, `changed`, the log says what it
 * was like then; everything else is as it was.
 */
async function recallWhenDue(
  { userId, window: { dueAt }, settings }: HomeworkPerson,
  memories: readonly MemoryRow[],
  changed: readonly string[],
): Promise<Map<string, number>> {
  const recall = recallOf(memories, dueAt, settings);
  if (changed.length === 0) return recall;
  for (const log of await getReviewLogs(database(), userId, changed)) {
    const card = replay(until(log, dueAt));
    if (card) recall.set(log.questionId, recallAt(card, dueAt, settings));
    else recall.delete(log.questionId);
  }
  return recall;
}

const until = (log: ReviewLog, dueAt: Date): ReviewLog => ({
  ...log,
  reviews: log.reviews.filter(({ reviewedAt }) => reviewedAt < dueAt),
  events: log.events.filter(({ at }) => at < dueAt),
});

function daysIn(window: HomeworkWindow, settings: StudySettings): number {
  const { first, last } = windowDays(window, settings);
  return last - first + 1;
}
