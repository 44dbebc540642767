import {
  NO_ACCOMMODATION,
  personalDates,
  type AssignmentDates,
} from "@/lib/domain/quizzes/attempt-window";
import { FeedbackPolicySchema, visibleParts } from "@/lib/domain/quizzes/feedback-policy";
import {
  inOrderOfCategories,
  type GradeCell,
  type GradeColumn,
  type NamedCategory,
} from "@/lib/domain/quizzes/gradebook";
import { mostPoints, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { StudyRuleSchema } from "@/lib/domain/quizzes/study-homework";
import type { StoredClass } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import {
  listCategories,
  listGradedWork,
  listStudentGrades,
  type GradedWork,
  type KeptGrade,
  type StudentGrades,
} from "@/lib/server/db/gradebook";
import { isClosedForAll } from "@/lib/server/quizzes/closed-for-all";

export type StudentCells = Omit<StudentGrades, "grades" | "submitted" | "working"> & {
  /** In the order of the columns. */
  cells: GradeCell[];
};

export type Gradebook = {
  categories: NamedCategory[];
  columns: GradeColumn[];
  students: StudentCells[];
};

type Reader = {
  /** One student's row; null for all. */
  userId: string | null;
  /** Students see a score only once its assignment shows it. */
  sees: "everything" | "what-is-shown";
};

/** The grades of a class, by name of student. */
export async function readGradebook(
  { id, timeZone }: Pick<StoredClass, "id" | "timeZone">,
  { userId, sees }: Reader,
  now: Date,
): Promise<Gradebook> {
  const { categories, columns, work } = await readColumns(id, now);
  const [students, shown] = await Promise.all([
    listStudentGrades(
      id,
      work.map((one) => one.id),
      userId,
    ),
    sees === "everything" ? null : shownScores(work, timeZone, now),
  ]);
  const byId = new Map(work.map((one) => [one.id, { ...one, timeZone }]));
  return {
    categories,
    columns,
    students: students.map(({ grades, submitted, working, ...person }) => ({
      ...person,
      cells: columns.map((column) => {
        const assignment = byId.get(column.id);
        if (!assignment) throw new Error(`No assignment ${column.id}`);
        const place = { ...person, grades, submitted, working };
        return toCell(assignment, place, {
          maxPoints: column.maxPoints,
          isShown: shown === null || shown.has(column.id),
          now,
        });
      }),
    })),
  };
}

type Columns = Omit<Gradebook, "students"> & { work: GradedWork[] };

/** What a class has been given, in the order of its categories. */
export async function readColumns(classId: string, now: Date): Promise<Columns> {
  const [categories, work] = await Promise.all([
    listCategories(database(), classId),
    listGradedWork(database(), classId),
  ]);
  const ids = new Set(categories.map((category) => category.id));
  const columns = inOrderOfCategories(
    work.map((one) => toColumn(one, ids, now)),
    categories,
  );
  return { categories, columns, work };
}

function toColumn(work: GradedWork, categoryIds: ReadonlySet<string>, now: Date): GradeColumn {
  const { id, title, kind, categoryId, dueAt, releasedAt } = work;
  return {
    id,
    title,
    kind: kind === "study" ? "study" : "quiz",
    categoryId: categoryId !== null && categoryIds.has(categoryId) ? categoryId : null,
    maxPoints: pointsOf(work),
    dueAt: dueAt.toISOString(),
    isReleased: releasedAt !== null && releasedAt <= now,
  };
}

const pointsOf = ({ kind, studyRule, quizContent }: GradedWork): number =>
  kind === "study"
    ? StudyRuleSchema.parse(studyRule).points
    : toHundredths(mostPoints(QuizContentSchema.parse(quizContent)));

/** Assignments whose score is shown to whoever has one. */
async function shownScores(
  work: readonly GradedWork[],
  timeZone: string,
  now: Date,
): Promise<Set<string>> {
  const shown = await Promise.all(
    work.map(async (one) => {
      if (one.kind === "study") return [one.id];
      const policy = FeedbackPolicySchema.parse(one.feedback);
      const { score } = visibleParts(policy, {
        isSubmitted: true,
        isReleased: one.releasedAt !== null && one.releasedAt <= now,
        isClosedForAll:
          policy.score === "after-close" && (await isClosedForAll(database(), one, timeZone, now)),
      });
      return score ? [one.id] : [];
    }),
  );
  return new Set(shown.flat());
}

type CellFacts = { maxPoints: number; isShown: boolean; now: Date };

function toCell(
  assignment: GradedWork & Pick<AssignmentDates, "timeZone">,
  student: Pick<StudentGrades, "grades" | "submitted" | "working" | "sectionId" | "extraDays">,
  { maxPoints, isShown, now }: CellFacts,
): GradeCell {
  const kept = student.grades.get(assignment.id);
  const empty = { points: null, latePercent: 0, isByHand: false, reason: null };
  const most = kept?.maxPoints ?? maxPoints;
  const points = kept?.override ?? kept?.points ?? null;
  if (kept?.excused) return { ...empty, standing: "excused", maxPoints: most };
  if (kept && points !== null && isShown) return gradedCell(kept, points);
  return { ...empty, standing: standingOf(assignment, student, points, now), maxPoints: most };
}

function gradedCell(kept: KeptGrade, points: number): GradeCell {
  const { maxPoints, latePercent, override, overrideReason } = kept;
  const isByHand = override !== null;
  return {
    standing: "graded",
    points,
    maxPoints,
    latePercent: isByHand ? 0 : latePercent,
    isByHand,
    reason: isByHand ? overrideReason : null,
  };
}

/** Of what has no grade to be shown. */
function standingOf(
  assignment: GradedWork & Pick<AssignmentDates, "timeZone">,
  { submitted, working, sectionId, extraDays }: Parameters<typeof toCell>[1],
  points: number | null,
  now: Date,
): GradeCell["standing"] {
  const { id, kind, sectionIds } = assignment;
  if (submitted.has(id) || points !== null) return "waiting";
  const isGiven = sectionIds.length === 0 || (sectionId !== null && sectionIds.includes(sectionId));
  if (!isGiven) return "not-given";
  const { dueAt, closesAt } = personalDates(assignment, { ...NO_ACCOMMODATION, extraDays });
  if (now < dueAt || working.has(id)) return "open";
  if (now < closesAt) return "overdue";
  // Study is settled soon after it is due.
  return kind === "study" ? "waiting" : "missing";
}
