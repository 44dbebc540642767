import { NewAssignmentSchema } from "@/lib/domain/quizzes/assignment-input";
import { instantOf, localTimeOf } from "@/lib/domain/quizzes/local-time";
import { MarkSchema } from "@/lib/domain/quizzes/marking-input";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import { setStanding } from "@/lib/server/db/assignments";
import { database } from "@/lib/server/db/client";
import { learnFromMisses } from "@/lib/server/quizzes/learn-from-misses";
import { assignQuiz, publishAssignment } from "@/lib/server/services/assign-quiz";
import { createEmptyQuiz, saveQuiz } from "@/lib/server/services/build-quiz";
import { contestAnswer } from "@/lib/server/services/contest-answer";
import { markAnswer } from "@/lib/server/services/mark-answers";
import { releaseResults } from "@/lib/server/services/release-results";
import type { DemoClass } from "@/scripts/demo/demo-class";
import { daysFrom } from "@/scripts/demo/demo-people";
import type { DemoStudent } from "@/scripts/demo/demo-study";
import { actorOf, sitQuiz } from "@/scripts/demo/sit-quiz";

const HOUR_MS = 3_600_000;

/** Days from now. */
export const QUIZ_DAYS = {
  over: { assigned: -30, opens: -25, due: -21, marked: -20, released: -19, contested: -18 },
  open: { assigned: -6, opens: -2, due: 3 },
  upcoming: { assigned: -1, opens: 4, due: 8 },
} as const;

type QuizTask = {
  title: string;
  sections: readonly object[];
  days: { assigned: number; opens: number; due: number };
  extra?: Record<string, string>;
};

type DemoTime = { now: Date; seed: string };

const items = (ids: readonly string[]) =>
  ids.map((questionId) => ({ type: "question", questionId, points: 1 }));

/** Builds a quiz and gives it to the class; returns the assignment's id. */
async function assign(group: DemoClass, task: QuizTask, { now }: DemoTime): Promise<string> {
  const { instructor, classId, timeZone } = group;
  const builtAt = daysFrom(now, task.days.assigned);
  const { id: quizId } = await createEmptyQuiz(instructor, { title: task.title }, builtAt);
  const content = QuizContentSchema.parse({ sections: task.sections });
  await saveQuiz(instructor, { quizId, version: 1, title: task.title, content }, builtAt);
  const date = (days: number) => localTimeOf(daysFrom(now, days), timeZone).slice(0, 10);
  const input = NewAssignmentSchema.parse({
    classId,
    quizId,
    title: task.title,
    opensAt: `${date(task.days.opens)}T06:00`,
    dueAt: `${date(task.days.due)}T23:59`,
    closesAt: "",
    timeLimitMinutes: "",
    attemptsAllowed: "1",
    counts: "best",
    latePercentPerDay: "0",
    lateMostPercent: "100",
    showScore: "on-release",
    showAnswers: "at-submit",
    showVerdicts: "on-release",
    showSolutions: "on-release",
    onePerPage: "on",
    ...task.extra,
  });
  return (await assignQuiz(instructor, input, builtAt)).id;
}

const publish = ({ instructor, classId }: DemoClass, assignmentId: string, at: Date) =>
  publishAssignment(instructor, { classId, assignmentId }, at);

async function giveQuiz(group: DemoClass, task: QuizTask, time: DemoTime): Promise<string> {
  const assignmentId = await assign(group, task, time);
  await publish(group, assignmentId, daysFrom(time.now, task.days.assigned));
  return assignmentId;
}

/**
 * Assigned as due tomorrow while it is taken: a server that runs meanwhile would hand in
 * what is overdue. Then it is due when it was, and published as of its day.
 */
async function giveQuizThatIsOver(
  group: DemoClass,
  task: QuizTask,
  time: DemoTime,
  sit: (assignmentId: string) => Promise<void>,
): Promise<string> {
  const { assigned, due } = task.days;
  const assignmentId = await assign(group, { ...task, days: { ...task.days, due: 1 } }, time);
  const publishedAt = daysFrom(time.now, assigned);
  await setStanding(database(), assignmentId, { publishedAt });
  await sit(assignmentId);
  const dueDate = localTimeOf(daysFrom(time.now, due), group.timeZone).slice(0, 10);
  const dueAt = instantOf(`${dueDate}T23:59`, group.timeZone) ?? daysFrom(time.now, due);
  await database().assignment.update({ where: { id: assignmentId }, data: { dueAt } });
  await database().attempt.updateMany({ where: { assignmentId }, data: { deadlineAt: dueAt } });
  await publish(group, assignmentId, publishedAt);
  return assignmentId;
}

/** Closed, marked and released; what was missed is being studied, and one answer is contested. */
export async function quizThatIsOver(
  group: DemoClass,
  students: readonly DemoStudent[],
  questionIds: readonly string[],
  time: DemoTime,
): Promise<string> {
  const days = QUIZ_DAYS.over;
  const task = {
    title: "Quiz 1: the first weeks",
    sections: [{ items: items(questionIds) }],
    days,
  };
  const { below } = seededRandom(time.seed, "who sits the first quiz");
  const assignmentId = await giveQuizThatIsOver(group, task, time, async (assignmentId) => {
    for (const student of students) {
      if (student.habit === "absent") continue;
      const startsAt = new Date(daysFrom(time.now, days.opens + 1).getTime() + below(60) * HOUR_MS);
      const sitting = { ...time, assignmentId, quiz: "over", startsAt, answersUntilLeft: null };
      await sitQuiz(student, sitting);
    }
  });
  await markOpenAnswers(group, assignmentId, time);
  const ref = { classId: group.classId, assignmentId };
  const releasedAt = daysFrom(time.now, days.released);
  await releaseResults(group.instructor, ref, releasedAt);
  await learnFromMisses(assignmentId, null, releasedAt);
  await contestOne(students, assignmentId, daysFrom(time.now, days.contested));
  return assignmentId;
}

/** Some have handed in, three are at work, the rest have not begun. */
export async function quizThatIsOpen(
  group: DemoClass,
  students: readonly DemoStudent[],
  questionIds: readonly string[],
  time: DemoTime,
): Promise<string> {
  const task = {
    title: "Quiz 2: kubectl and more",
    sections: [{ items: items(questionIds), shuffle: true }],
    days: QUIZ_DAYS.open,
  };
  const assignmentId = await giveQuiz(group, task, time);
  const { below } = seededRandom(time.seed, "who sits the open quiz");
  for (const [index, student] of students.entries()) {
    const isAtWork = [5, 11, 17].includes(index);
    // The student who signs in finds it waiting.
    if (index === 0 || student.habit === "absent" || (!isAtWork && index % 2 === 0)) continue;
    const hoursAgo = isAtWork ? 0.25 : 3 + below(34);
    const startsAt = new Date(time.now.getTime() - hoursAgo * HOUR_MS);
    const answersUntilLeft = isAtWork ? 3 + below(5) : null;
    await sitQuiz(student, { ...time, assignmentId, quiz: "open", startsAt, answersUntilLeft });
  }
  return assignmentId;
}

/** Opens in some days: drawn from pools, with a time limit. */
export const quizToCome = (
  group: DemoClass,
  domains: readonly string[],
  time: DemoTime,
): Promise<string> =>
  giveQuiz(
    group,
    {
      title: "Mock exam",
      days: QUIZ_DAYS.upcoming,
      sections: domains.map((domain) => ({
        shuffle: true,
        items: [
          {
            type: "pool",
            pick: 4,
            points: 2,
            from: { by: "filter", filter: { domains: [domain] } },
          },
        ],
      })),
      extra: { timeLimitMinutes: "45" },
    },
    time,
  );

async function markOpenAnswers(
  { assistant, classId }: DemoClass,
  assignmentId: string,
  { now }: DemoTime,
): Promise<void> {
  const at = daysFrom(now, QUIZ_DAYS.over.marked);
  const waiting = await database().itemGrade.findMany({
    where: { outcome: "self-mark", score: null, attempt: { assignmentId } },
    orderBy: [{ userId: "asc" }, { position: "asc" }],
  });
  for (const { userId, attemptId, position, gradedAt, graded } of waiting) {
    const { detail } = graded as { detail: { suggested: boolean[] } };
    const input = MarkSchema.parse({
      classId,
      assignmentId,
      userId,
      attemptId,
      position,
      gradedAt: gradedAt.toISOString(),
      mark: detail.suggested,
      comment: detail.suggested.every(Boolean) ? "Complete." : "",
    });
    await markAnswer(assistant, input, at);
  }
}

const REASON =
  "I typed what the documentation shows for this case. I think it does what the task asks, so please look at it again.";

/** The first wrong line or word that somebody wrote. */
async function contestOne(
  students: readonly DemoStudent[],
  assignmentId: string,
  at: Date,
): Promise<void> {
  const wrong = await database().itemGrade.findMany({
    where: { outcome: { in: ["wrong", "partly"] }, attempt: { assignmentId } },
    orderBy: [{ position: "asc" }, { userId: "asc" }],
  });
  const written = wrong.find(({ graded }) =>
    ["kubectl", "short"].includes((graded as { detail: { kind: string } }).detail.kind),
  );
  const student = students.find(({ id }) => id === written?.userId);
  if (!written || !student) return;
  const { attemptId, position } = written;
  await contestAnswer(actorOf(student), { attemptId, position, text: REASON }, at);
}
