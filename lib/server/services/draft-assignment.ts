import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import { canBuildQuizzes } from "@/lib/domain/access/quiz-access";
import type { AssignmentFormValues } from "@/lib/domain/quizzes/assigned-forms";
import { FeedbackPolicySchema } from "@/lib/domain/quizzes/feedback-policy";
import { localTimeOf } from "@/lib/domain/quizzes/local-time";
import { requireClass } from "@/lib/server/classes/require-class";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { listOwnQuizzes } from "@/lib/server/services/build-quiz";
import { viewAssignmentForm } from "@/lib/server/services/view-assignment";
import { viewClassHead, type ClassHead } from "@/lib/server/services/view-class";

export type AssignmentDraft = {
  head: ClassHead;
  quizzes: { id: string; title: string }[];
  sections: { id: string; name: string }[];
  values: AssignmentFormValues;
};

const WEEK_MS = 7 * 86_400_000;

/** An assignment to be: from now until the end of the day in a week, one attempt, shown on release. */
export async function draftAssignment(
  actor: Actor,
  { classId, quizId }: { classId: string; quizId: string | null },
  now: Date,
): Promise<AssignmentDraft> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const quizzes = await assignable(actor);
  const chosen = quizzes.find(({ id }) => id === quizId) ?? quizzes[0];
  const opensAt = localTimeOf(now, group.timeZone);
  const inAWeek = localTimeOf(new Date(now.getTime() + WEEK_MS), group.timeZone);
  return {
    head: await viewClassHead(actor, classId),
    quizzes,
    sections: await listSections(database(), classId),
    values: {
      assignmentId: "",
      revision: 0,
      quizId: chosen?.id ?? "",
      title: chosen?.title ?? "",
      opensAt,
      dueAt: `${inAWeek.slice(0, 10)}T23:59`,
      closesAt: "",
      timeLimitMinutes: "",
      attemptsAllowed: "1",
      counts: "best",
      latePercentPerDay: 0,
      lateMostPercent: 100,
      policy: FeedbackPolicySchema.parse({}),
      hasCode: false,
      sectionIds: [],
      completionAids: false,
      onePerPage: true,
    },
  };
}

/** An assignment as it is, to be changed. */
export async function editAssignment(
  actor: Actor,
  ref: { classId: string; assignmentId: string },
): Promise<AssignmentDraft> {
  const values = await viewAssignmentForm(actor, ref);
  const quizzes = await assignable(actor);
  const isOwn = quizzes.some(({ id }) => id === values.quizId);
  return {
    head: await viewClassHead(actor, ref.classId),
    quizzes: isOwn ? quizzes : [{ id: values.quizId, title: values.title }, ...quizzes],
    sections: await listSections(database(), ref.classId),
    values,
  };
}

/** Whoever instructs a class without the right to build quizzes has none of their own. */
const assignable = async (actor: Actor) =>
  (canBuildQuizzes(actor) ? await listOwnQuizzes(actor) : [])
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, title }) => ({ id, title }));
