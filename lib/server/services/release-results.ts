import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { database } from "@/lib/server/db/client";
import { listWhoHandedIn, markReleased } from "@/lib/server/db/misses";
import { AppError } from "@/lib/server/errors";
import { queueLearning } from "@/lib/server/quizzes/queue-learning";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { tellPeople } from "@/lib/server/services/tell-people";

/**
 * Shows the results of a quiz to whoever handed in, tells them, and makes what they
 * missed due. It cannot be taken back, as they may have seen it; sent again it is done
 * already.
 */
export async function releaseResults(
  actor: Actor,
  { classId, assignmentId }: AssignmentRef,
  now: Date,
): Promise<void> {
  const found = await requireGradable(actor, { classId, assignmentId }, canRunClass);
  const { group } = found;
  if (found.publishedAt === null) {
    throw new AppError("conflict", "It is not published yet: nobody has results.");
  }
  const { id, title } = found;
  await database().$transaction(async (db) => {
    if (!(await markReleased(db, id, now))) return;
    await queueLearning(db, id, null);
    await tellPeople(
      db,
      await listWhoHandedIn(db, id),
      {
        kind: "released",
        key: `released ${id}`,
        facts: { title, className: group.name },
        link: `/classes/${group.id}/assignments/${id}`,
      },
      now,
    );
  });
}
