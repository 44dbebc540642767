/** Who reads what learners report about questions, sees it with the answer key, and closes it. */
import type { Actor } from "@/lib/domain/access/actor";

/** Somebody of this role has reports to handle. */
export const canHandleReports = ({ role }: Pick<Actor, "role">): boolean =>
  role === "instructor" || role === "admin";

/** `ownerId` is that of a private bank, whose reports are its owner's; null for everybody's. */
export const canHandleReportsOn = (
  actor: Pick<Actor, "id" | "role">,
  { ownerId }: { ownerId: string | null },
): boolean => canHandleReports(actor) && (ownerId === null || ownerId === actor.id);
