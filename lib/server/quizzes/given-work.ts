import { personalDates } from "@/lib/domain/quizzes/attempt-window";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";
import { database } from "@/lib/server/db/client";
import { listGivenAssignments, type GivenAssignment } from "@/lib/server/db/given-assignments";
import { getAssignment } from "@/lib/server/db/quizzes";
import { homeworkStandings, studyRule } from "@/lib/server/quizzes/homework-people";
import { reachedWords } from "@/lib/domain/quizzes/homework-words";

export type GivenWork = GivenAssignment & {
  /** With the person's extra days. */
  ownDueAt: Date;
  /** Study work: how far the person is; null for quizzes. */
  homework: {
    state: HomeworkState;
    /** "9 of 12 days" */
    reached: string;
    /** Answers wanted a day and given today; null where no day asks for any. */
    today: { wanted: number; given: number } | null;
  } | null;
};

/** What is assigned to somebody and due from `since` on, soonest first; study work that is reached is handed in. */
export async function listGivenWork(userId: string, since: Date, now: Date): Promise<GivenWork[]> {
  const given = await listGivenAssignments(userId, since);
  const work = await Promise.all(given.map((assignment) => withHomework(userId, assignment, now)));
  return work.sort((a, b) => a.ownDueAt.getTime() - b.ownDueAt.getTime());
}

async function withHomework(userId: string, given: GivenAssignment, now: Date): Promise<GivenWork> {
  const ownDueAt = personalDates(given, given).dueAt;
  if (given.kind !== "study") return { ...given, ownDueAt, homework: null };
  const db = database();
  const stored = await getAssignment(db, given.id);
  const whose = { timeZone: given.timeZone, userIds: [userId] };
  const [own] = await homeworkStandings(db, stored, whose, now);
  if (!own) return { ...given, ownDueAt, homework: null };
  const rule = studyRule(stored);
  return {
    ...given,
    ownDueAt,
    isHandedIn: own.progress.share >= 1,
    homework: {
      state: own.state,
      reached: reachedWords(rule.kind, own.progress),
      today: rule.kind === "reviews" ? { wanted: rule.perDay, given: own.today } : null,
    },
  };
}
