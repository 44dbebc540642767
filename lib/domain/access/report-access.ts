/** Who reads what learners report about questions, sees it with the answer key, and closes it. */
import type { Actor } from "@/lib/domain/access/actor";

export const canHandleReports = ({ role }: Pick<Actor, "role">): boolean =>
  role === "instructor" || role === "admin";
