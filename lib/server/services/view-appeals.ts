import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AppealsQuery } from "@/lib/domain/quizzes/appeal-input";
import { requireClass } from "@/lib/server/classes/require-class";
import {
  countAppeals,
  findAppeal,
  listAppealsOfClass,
  type AppealInClass,
} from "@/lib/server/db/appeals";
import { findItemGrades } from "@/lib/server/db/attempt-results";
import { database } from "@/lib/server/db/client";
import { listAdditionsOf } from "@/lib/server/db/key-additions";
import { findAddition, findContested, mayAddEverywhere } from "@/lib/server/quizzes/acceptance";
import { reviewQuestion, type ReviewedQuestion } from "@/lib/server/quizzes/review-question";
import { mayTakeBack } from "@/lib/server/services/take-back-acceptance";

export type ViewedAppeal = {
  id: string;
  name: string;
  userId: string;
  assignmentId: string;
  title: string;
  questionId: string;
  text: string;
  state: "open" | "accepted" | "refused";
  reply: string | null;
  createdAt: string;
  answeredAt: string | null;
  answeredBy: string | null;
  question: ReviewedQuestion;
  /** The answer could join the key. */
  canJoinKey: boolean;
  /** That of everybody, not only in the actor's classes. */
  mayAddEverywhere: boolean;
  /** It was accepted into the key, and the actor may take that back. */
  mayTakeBack: boolean;
};

export type AppealsView = {
  open: number;
  /** Of answered ones; of open ones there is one page, and what is answered makes room. */
  pages: number;
  appeals: ViewedAppeal[];
  timeZone: string;
};

const PER_PAGE = 50;
const ALL_PARTS = { score: true, answers: true, verdicts: true, solutions: true };

/** Marks that students of a class contest, or have contested. */
export async function viewAppeals(
  actor: Actor,
  classId: string,
  { show, page }: AppealsQuery,
): Promise<AppealsView> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const isOpen = show === "open";
  const rows = await listAppealsOfClass(database(), group.id, {
    isOpen,
    most: PER_PAGE,
    after: isOpen ? 0 : (page - 1) * PER_PAGE,
  });
  const added = await listAdditionsOf(
    database(),
    rows.map(({ id }) => id),
  );
  const appeals: ViewedAppeal[] = [];
  for (const row of rows) {
    const addition = added.get(row.id);
    appeals.push({
      ...(await viewAppeal(actor, group.id, row)),
      mayTakeBack: addition !== undefined && (await mayTakeBack(actor, addition)),
    });
  }
  const { open, answered } = await countAppeals(database(), group.id);
  const pages = isOpen ? 1 : Math.ceil(answered / PER_PAGE);
  return { open, pages, appeals, timeZone: group.timeZone };
}

async function viewAppeal(
  actor: Actor,
  classId: string,
  row: AppealInClass,
): Promise<Omit<ViewedAppeal, "mayTakeBack">> {
  const db = database();
  const { createdAt, answeredAt, attemptId, position, ...said } = row;
  const appeal = await findAppeal(db, row.id);
  if (!appeal) throw new Error(`Appeal ${row.id} is gone`);
  const contested = await findContested(db, appeal);
  const grade = (await findItemGrades(db, { userId: row.userId, id: attemptId })).get(position);
  const isOpen = row.state === "open";
  return {
    ...said,
    createdAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    question: await reviewQuestion(contested.answer, grade, ALL_PARTS),
    canJoinKey: isOpen && (await findAddition(contested, classId)) !== null,
    mayAddEverywhere: isOpen && (await mayAddEverywhere(actor, row.questionId)),
  };
}
