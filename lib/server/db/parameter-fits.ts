import type { Db } from "@/lib/server/db/client";
import type { ParameterFit } from "@/lib/server/db/generated/client";

export type { ParameterFit };

export const createFit = (db: Db, fit: Omit<ParameterFit, "revertedAt">) =>
  db.parameterFit.create({ data: fit, select: { id: true } });

/** Newest first. */
export const listFits = (db: Db, userId: string, most: number): Promise<ParameterFit[]> =>
  db.parameterFit.findMany({
    where: { userId },
    orderBy: [{ fittedAt: "desc" }, { id: "desc" }],
    take: most,
  });

export const findFit = (db: Db, userId: string, id: string): Promise<ParameterFit | null> =>
  db.parameterFit.findUnique({ where: { userId_id: { userId, id } } });

export const markFitReverted = (db: Db, userId: string, id: string, revertedAt: Date) =>
  db.parameterFit.update({
    where: { userId_id: { userId, id } },
    data: { revertedAt },
    select: { id: true },
  });

/** Learners with at least so many reviews, and so many more than at their last fit. */
export async function listLearnersToFit(db: Db, least: number, more: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    select r."userId" from "Review" r join "User" u on u.id = r."userId"
     where r."undoneAt" is null and r.purpose not in ('drill', 'retry') and u."disabledAt" is null
     group by r."userId"
    having count(*) >= ${least}
       and count(*) >= ${more} + coalesce((select max(f.reviews) from "ParameterFit" f
                                            where f."userId" = r."userId"), 0)`;
  return rows.map(({ userId }) => userId);
}

/** All questions that the learner has a card of, or of those first answered since a time. */
export async function listCardQuestions(db: Db, userId: string, since?: Date): Promise<string[]> {
  const rows = await db.card.findMany({
    where: { userId, ...(since ? { firstReviewAt: { gte: since } } : {}) },
    select: { questionId: true },
    orderBy: { questionId: "asc" },
  });
  return rows.map(({ questionId }) => questionId);
}

/** When questions were started afresh, in order of time; undone ones left out. */
export async function listResets(db: Db, userId: string): Promise<Map<string, Date[]>> {
  const rows = await db.cardEvent.findMany({
    where: { userId, kind: "reset", undoneAt: null },
    select: { questionId: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const resets = new Map<string, Date[]>();
  for (const { questionId, at } of rows) {
    resets.set(questionId, [...(resets.get(questionId) ?? []), at]);
  }
  return resets;
}

/** Answers that a fit is made from. */
export const countEvidence = (db: Db, userId: string): Promise<number> =>
  db.review.count({
    where: { userId, undoneAt: null, purpose: { notIn: ["drill", "retry"] } },
  });
