import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass, canSeeStudents } from "@/lib/domain/access/class-access";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { findStaleKeys, findStalePoints } from "@/lib/server/quizzes/find-stale-marks";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";

export type StaleMarks = {
  /** May grade anew. */
  mayRun: boolean;
  /** Questions whose key is newer than marks go by. */
  keys: number;
  /** Questions that give other points now. */
  points: number;
};

/** Whether marks go by keys and points that are not those of today; only instructors are told. */
export async function viewStaleMarks(actor: Actor, ref: AssignmentRef): Promise<StaleMarks> {
  const { id, place } = await requireGradable(actor, ref, canSeeStudents);
  if (!canRunClass(actor, place)) return { mayRun: false, keys: 0, points: 0 };
  const [keys, points] = await Promise.all([findStaleKeys(id), findStalePoints(id)]);
  return { mayRun: true, keys: keys.size, points: points.size };
}
