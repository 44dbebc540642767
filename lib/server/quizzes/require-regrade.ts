import type { RegradeRef } from "@/lib/domain/quizzes/regrade-input";
import type { Db } from "@/lib/server/db/client";
import { lockRegrade, type StoredRegrade } from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";

/** Within a transaction: a regrade of that assignment, locked. */
export async function requireRegrade(
  db: Db,
  { id, assignmentId }: Pick<RegradeRef, "id" | "assignmentId">,
): Promise<StoredRegrade> {
  const regrade = await lockRegrade(db, id);
  if (regrade?.assignmentId !== assignmentId) {
    throw new AppError("not-found", "There is no such regrade. Look at the changes anew.");
  }
  return regrade;
}
