import type { Actor } from "@/lib/domain/access/actor";
import {
  canAttempt,
  canMark,
  canRunClass,
  canSeeClass,
  canSeeStudents,
  type ClassPlace,
} from "@/lib/domain/access/class-access";
import type { AssignmentFormValues } from "@/lib/domain/quizzes/assigned-forms";
import {
  deadlineOf,
  latePercent,
  NO_ACCOMMODATION,
  personalDates,
  windowState,
  type PersonalDates,
} from "@/lib/domain/quizzes/attempt-window";
import { FeedbackPolicySchema, type FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { localTimeOf } from "@/lib/domain/quizzes/local-time";
import {
  mostPoints,
  questionCount,
  QuizContentSchema,
  type QuizContent,
} from "@/lib/domain/quizzes/quiz-content";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { requireClass } from "@/lib/server/classes/require-class";
import { countProgress } from "@/lib/server/db/assignments";
import { listAttempts, type StoredAttempt } from "@/lib/server/db/attempts";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { findMember } from "@/lib/server/db/members";
import { getQuiz, getQuizContent, type StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { LatePolicySchema } from "@/lib/server/quizzes/assignment-dates";
import { findNamedAssignment } from "@/lib/server/quizzes/find-named-assignment";
import { isGivenTo } from "@/lib/server/services/view-assignments";

/** When, how long and how often: for a student with what is granted to them counted in. */
type RulesView = {
  opensAt: string;
  dueAt: string;
  closesAt: string;
  /** Null without a limit. */
  timeLimitMinutes: number | null;
  latePercentPerDay: number;
  lateMostPercent: number;
  attemptsAllowed: number | null;
};

/** What a student reads before they start. */
export type StartView = RulesView & {
  state: "not-open" | "open" | "closed";
  /** What an attempt that is handed in now would lose; null while it is not late. */
  lateNowPercent: number | null;
  attemptsMade: number;
  /** `endsAt`: when its time is over, null without a limit. */
  openAttempt: { id: string; endsAt: string | null } | null;
  needsCode: boolean;
  attempts: { id: string; number: number; submittedAt: string | null }[];
};

export type AssignmentView = {
  id: string;
  kind: "quiz" | "study";
  classId: string;
  timeZone: string;
  title: string;
  instructions: string;
  questions: number;
  points: number;
  counts: string;
  onePerPage: boolean;
  completionAids: boolean;
  policy: FeedbackPolicy;
  /** Null to staff, who preview. */
  start: StartView | null;
  /** Null to students. */
  staff: {
    mayRun: boolean;
    mayMark: boolean;
    quizId: string | null;
    isPublished: boolean;
    releasedAt: string | null;
    /** Students with an open attempt, and with one handed in. */
    working: number;
    handedIn: number;
    sections: string[];
    /** As they are for students to whom nothing is granted. */
    rules: RulesView;
  } | null;
};

export async function viewAssignment(
  actor: Actor,
  { classId, assignmentId }: { classId: string; assignmentId: string },
  now: Date,
): Promise<AssignmentView> {
  const { row: group, place } = await requireClass(actor, classId, canSeeClass);
  const db = database();
  const found = await findInClass(classId, assignmentId);
  const isStudent = canAttempt(actor, place);
  const member = isStudent ? await findMember(db, { classId, userId: actor.id }) : null;
  if (isStudent && !isGivenTo(found, member?.sectionId ?? null)) throw noSuchAssignment();
  const content = await contentOf(found);
  const dates = personalDates({ ...found, timeZone: group.timeZone }, member ?? NO_ACCOMMODATION);
  return {
    id: found.id,
    kind: found.kind === "study" ? "study" : "quiz",
    classId,
    timeZone: group.timeZone,
    title: found.title,
    ...matterOf(content),
    counts: found.counts,
    onePerPage: found.onePerPage,
    completionAids: found.completionAids,
    policy: FeedbackPolicySchema.parse(found.feedback),
    start: isStudent ? await startOf(actor, found, dates, now) : null,
    staff: canSeeStudents(actor, place)
      ? { ...(await staffOf(found, actor, place)), rules: rulesOf(found, dates, dates.opensAt) }
      : null,
  };
}

/** Study work has no questions of its own. */
const matterOf = (content: QuizContent | null) => ({
  instructions: content?.instructions ?? "",
  questions: content ? questionCount(content) : 0,
  points: content ? toHundredths(mostPoints(content)) : 0,
});

async function staffOf(found: StoredAssignment, actor: Actor, place: ClassPlace) {
  const progress = (await countProgress(database(), found.classId)).get(found.id);
  return {
    mayRun: canRunClass(actor, place),
    mayMark: canMark(actor, place),
    quizId: found.quizId,
    isPublished: found.publishedAt !== null,
    releasedAt: found.releasedAt?.toISOString() ?? null,
    working: progress?.open ?? 0,
    handedIn: progress?.submitted ?? 0,
    sections: await namesOfSections(found),
  };
}

/** The time is that of an attempt which starts at `startsAt`: shortly before closing there is less. */
function rulesOf(assignment: StoredAssignment, dates: PersonalDates, startsAt: Date): RulesView {
  const late = LatePolicySchema.parse(assignment.latePolicy);
  const limitMs =
    dates.timeLimitSeconds === null
      ? null
      : deadlineOf(startsAt, dates).getTime() - startsAt.getTime();
  return {
    opensAt: dates.opensAt.toISOString(),
    dueAt: dates.dueAt.toISOString(),
    closesAt: dates.closesAt.toISOString(),
    timeLimitMinutes: limitMs === null ? null : Math.max(0, Math.round(limitMs / 60_000)),
    latePercentPerDay: late.percentPerDay,
    lateMostPercent: late.mostPercent,
    attemptsAllowed: dates.attemptsAllowed,
  };
}

async function startOf(
  actor: Actor,
  assignment: StoredAssignment,
  dates: PersonalDates,
  now: Date,
): Promise<StartView> {
  const attempts = await listAttempts(database(), assignment.id, actor.id);
  const late = LatePolicySchema.parse(assignment.latePolicy);
  const state = windowState(dates, now);
  return {
    ...rulesOf(assignment, dates, state === "open" ? now : dates.opensAt),
    state,
    lateNowPercent:
      now > dates.dueAt ? latePercent({ startedAt: now, submittedAt: now }, dates, late) : null,
    attemptsMade: attempts.length,
    openAttempt: openOf(attempts, dates),
    needsCode: assignment.accessCodeHash !== null,
    attempts: attempts.map(({ id, number, submittedAt }) => ({
      id,
      number,
      submittedAt: submittedAt?.toISOString() ?? null,
    })),
  };
}

function openOf(
  attempts: readonly StoredAttempt[],
  { timeLimitSeconds }: PersonalDates,
): StartView["openAttempt"] {
  const open = attempts.find(({ state }) => state === "open");
  if (!open) return null;
  return {
    id: open.id,
    endsAt: timeLimitSeconds === null ? null : (open.deadlineAt?.toISOString() ?? null),
  };
}

/** An assignment, to be changed. */
export async function viewAssignmentForm(
  actor: Actor,
  { classId, assignmentId }: { classId: string; assignmentId: string },
): Promise<AssignmentFormValues> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const found = await findInClass(classId, assignmentId);
  if (found.quizId === null) throw noSuchAssignment();
  const local = (at: Date | null) => (at === null ? "" : localTimeOf(at, group.timeZone));
  const late = LatePolicySchema.parse(found.latePolicy);
  return {
    assignmentId: found.id,
    revision: found.revision,
    quizId: found.quizId,
    title: found.title,
    opensAt: local(found.opensAt),
    dueAt: local(found.dueAt),
    closesAt: local(found.closesAt),
    timeLimitMinutes:
      found.timeLimitSeconds === null ? "" : String(Math.round(found.timeLimitSeconds / 60)),
    attemptsAllowed: found.attemptsAllowed === null ? "" : String(found.attemptsAllowed),
    counts: found.counts,
    latePercentPerDay: late.percentPerDay,
    lateMostPercent: late.mostPercent,
    policy: FeedbackPolicySchema.parse(found.feedback),
    hasCode: found.accessCodeHash !== null,
    sectionIds: found.sectionIds,
    completionAids: found.completionAids,
    onePerPage: found.onePerPage,
  };
}

async function findInClass(classId: string, assignmentId: string): Promise<StoredAssignment> {
  const found = await findNamedAssignment(classId, assignmentId);
  if (!found) throw noSuchAssignment();
  return found;
}

async function contentOf({ quizId }: StoredAssignment) {
  if (quizId === null) return null;
  const { currentVersion } = await getQuiz(database(), quizId);
  return QuizContentSchema.parse(await getQuizContent(database(), quizId, currentVersion));
}

async function namesOfSections({ classId, sectionIds }: StoredAssignment): Promise<string[]> {
  if (sectionIds.length === 0) return [];
  const sections = await listSections(database(), classId);
  return sections.filter(({ id }) => sectionIds.includes(id)).map(({ name }) => name);
}

const noSuchAssignment = () => new AppError("not-found", "There is no such assignment.");
