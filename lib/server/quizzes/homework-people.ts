import { personalDates } from "@/lib/domain/quizzes/attempt-window";
import {
  homeworkState,
  type HomeworkState,
  type HomeworkWindow,
} from "@/lib/domain/quizzes/homework-plan";
import {
  homeworkProgress,
  StudyRuleSchema,
  type HomeworkProgress,
  type StudyRule,
} from "@/lib/domain/quizzes/study-homework";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import type { Db } from "@/lib/server/db/client";
import { listHomeworkStudents } from "@/lib/server/db/homework";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { readHomeworkFigures, type HomeworkFigures } from "@/lib/server/quizzes/homework-figures";

export type HomeworkStanding = {
  userId: string;
  name: string;
  section: string | null;
  settings: StudySettings;
  window: HomeworkWindow;
  progress: HomeworkProgress;
  answersByDay: ReadonlyMap<number, number>;
  /** Readiness, if they studied no more until then. */
  whenDue: number;
  /** Answers that count on the student's present day. */
  today: number;
  state: HomeworkState;
  grade: { points: number | null; excused: boolean; override: number | null } | null;
};

export const studyRule = ({ id, studyRule: stored }: StoredAssignment): StudyRule => {
  const rule = StudyRuleSchema.safeParse(stored);
  if (!rule.success) throw new Error(`Assignment ${id} has no rule of study`);
  return rule.data;
};

/** Where the students of study work stand, or those of them; by name. */
export async function homeworkStandings(
  db: Db,
  assignment: StoredAssignment,
  { timeZone, userIds }: { timeZone: string; userIds: readonly string[] | null },
  now: Date,
): Promise<HomeworkStanding[]> {
  const rule = studyRule(assignment);
  const students = await listHomeworkStudents(db, assignment, userIds);
  const people = students.map((student) => {
    const { opensAt, dueAt } = personalDates({ ...assignment, timeZone }, student);
    return { ...student, window: { opensAt, dueAt } };
  });
  // What is final is not asked of the log again, but for its days, which a student may look at.
  const figures = await readHomeworkFigures(
    { rule, classId: assignment.classId },
    rule.kind === "reviews" ? people : people.filter(({ result }) => result === null),
    now,
  );
  return people.map(({ userId, name, section, settings, window, result, grade }) => {
    const own = figures.get(userId) ?? NOTHING;
    const progress = homeworkProgress(rule, withResult(own, result));
    const standing = { window, progress, isSettled: result !== null, days: settings };
    return {
      userId,
      name,
      section,
      settings,
      window,
      progress: result ? { ...progress, ...shareOf(result) } : progress,
      answersByDay: own.answersByDay,
      whenDue: own.readinessWhenDue,
      today: own.answersByDay.get(dayNumber(now, settings)) ?? 0,
      state: homeworkState(rule, standing, now),
      grade,
    };
  });
}

const NOTHING: HomeworkFigures = {
  answersByDay: new Map<number, number>(),
  daysThere: 0,
  readiness: 0,
  readinessWhenDue: 0,
};

type Result = { reached: number; wanted: number };

const withResult = (figures: HomeworkFigures, result: Result | null) =>
  result ? { ...figures, readiness: result.reached } : figures;

const shareOf = ({ reached, wanted }: Result) => ({
  reached,
  wanted,
  share: wanted <= 0 ? 1 : Math.min(1, reached / wanted),
});
