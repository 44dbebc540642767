import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass, canSeeClass, canSeeStudents } from "@/lib/domain/access/class-access";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";
import { reachedWords } from "@/lib/domain/quizzes/homework-words";
import { assignmentState, type AssignmentState } from "@/lib/domain/quizzes/assignment-state";
import {
  NO_ACCOMMODATION,
  personalDates,
  type Accommodation,
} from "@/lib/domain/quizzes/attempt-window";
import { FeedbackPolicySchema, visibleParts } from "@/lib/domain/quizzes/feedback-policy";
import { requireClass } from "@/lib/server/classes/require-class";
import {
  countProgress,
  listAssignmentsOfClass,
  listOwnAttempts,
  listOwnGrades,
} from "@/lib/server/db/assignments";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { findMember } from "@/lib/server/db/members";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { homeworkStandings, studyRule } from "@/lib/server/quizzes/homework-people";

export type AssignmentListing = {
  id: string;
  kind: "quiz" | "study";
  title: string;
  opensAt: string;
  dueAt: string;
  closesAt: string;
  /** For a student; null to staff. */
  state: AssignmentState | null;
  /** A student's grade, once they may see it. */
  grade: { points: number; maxPoints: number } | null;
  /** A student's study work; null for quizzes, and to staff. */
  homework: { state: HomeworkState; reached: string } | null;
  /** For staff; null to students. */
  progress: { isPublished: boolean; isReleased: boolean; open: number; submitted: number } | null;
};

export type AssignmentsView = {
  timeZone: string;
  mayRun: boolean;
  assignments: AssignmentListing[];
};

/** What is assigned in a class: to staff all of it, to a student what is given to them. */
export async function viewAssignments(
  actor: Actor,
  classId: string,
  now: Date,
): Promise<AssignmentsView> {
  const { row, place } = await requireClass(actor, classId, canSeeClass);
  const db = database();
  const all = await listAssignmentsOfClass(db, classId);
  const mayRun = canRunClass(actor, place);
  const frame = { timeZone: row.timeZone, mayRun };
  if (canSeeStudents(actor, place)) {
    const progress = await countProgress(db, classId);
    return {
      ...frame,
      assignments: all.map((assignment) => ({
        ...toListing(assignment, row.timeZone, NO_ACCOMMODATION),
        progress: {
          isPublished: assignment.publishedAt !== null,
          isReleased: assignment.releasedAt !== null,
          ...(progress.get(assignment.id) ?? { open: 0, submitted: 0 }),
        },
      })),
    };
  }
  const member = await findMember(db, { classId, userId: actor.id });
  const own = all.filter((assignment) => isGivenTo(assignment, member?.sectionId ?? null));
  const [attempts, grades, homework] = await Promise.all([
    listOwnAttempts(db, classId, actor.id),
    listOwnGrades(
      db,
      own.map(({ id }) => id),
      actor.id,
    ),
    ownHomework(own, { timeZone: row.timeZone, userIds: [actor.id] }, now),
  ]);
  return {
    ...frame,
    assignments: own.map((assignment) =>
      toOwnListing(
        assignment,
        {
          timeZone: row.timeZone,
          accommodation: member ?? NO_ACCOMMODATION,
          attempts: attempts.filter(({ assignmentId }) => assignmentId === assignment.id),
          grade: grades.find(({ assignmentId }) => assignmentId === assignment.id) ?? null,
          homework: homework.get(assignment.id) ?? null,
        },
        now,
      ),
    ),
  };
}

async function ownHomework(
  own: readonly StoredAssignment[],
  whose: { timeZone: string; userIds: readonly string[] },
  now: Date,
): Promise<Map<string, AssignmentListing["homework"]>> {
  const study = own.filter(({ kind }) => kind === "study");
  const listed = await Promise.all(
    study.map(async (assignment) => {
      const [standing] = await homeworkStandings(database(), assignment, whose, now);
      const { kind } = studyRule(assignment);
      const homework = standing && {
        state: standing.state,
        reached: reachedWords(kind, standing.progress),
      };
      return [assignment.id, homework ?? null] as const;
    }),
  );
  return new Map(listed);
}

export const isGivenTo = (
  { publishedAt, sectionIds }: StoredAssignment,
  sectionId: string | null,
): boolean =>
  publishedAt !== null &&
  (sectionIds.length === 0 || (sectionId !== null && sectionIds.includes(sectionId)));

type Own = {
  timeZone: string;
  accommodation: Accommodation;
  attempts: readonly StoredAttempt[];
  grade: { points: number | null; maxPoints: number; override: number | null } | null;
  homework: AssignmentListing["homework"];
};

function toOwnListing(
  assignment: StoredAssignment,
  { timeZone, accommodation, attempts, grade, homework }: Own,
  now: Date,
): AssignmentListing {
  const dates = personalDates({ ...assignment, timeZone }, accommodation);
  const isReleased = assignment.releasedAt !== null && assignment.releasedAt <= now;
  const hasSubmitted = attempts.some(({ state }) => state === "submitted");
  // A list does not look whether others still work: what waits for that shows on the attempt's own page.
  const { score } = visibleParts(FeedbackPolicySchema.parse(assignment.feedback), {
    isSubmitted: hasSubmitted,
    isClosedForAll: false,
    isReleased,
  });
  const points = grade?.override ?? grade?.points ?? null;
  const isScoreShown = assignment.kind === "study" || (score && points !== null);
  const state = assignmentState(
    {
      dates,
      hasOpenAttempt: attempts.some((attempt) => attempt.state === "open"),
      hasSubmitted,
      isScoreShown,
      isReleased,
    },
    now,
  );
  return {
    ...toListing(assignment, timeZone, accommodation),
    state,
    grade: isScoreShown && points !== null && grade ? { points, maxPoints: grade.maxPoints } : null,
    homework,
  };
}

function toListing(
  assignment: StoredAssignment,
  timeZone: string,
  accommodation: Accommodation,
): AssignmentListing {
  const dates = personalDates({ ...assignment, timeZone }, accommodation);
  return {
    id: assignment.id,
    kind: assignment.kind === "study" ? "study" : "quiz",
    title: assignment.title,
    opensAt: dates.opensAt.toISOString(),
    dueAt: dates.dueAt.toISOString(),
    closesAt: dates.closesAt.toISOString(),
    state: null,
    grade: null,
    homework: null,
    progress: null,
  };
}
