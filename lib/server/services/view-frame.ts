import { cache } from "react";

import type { Actor } from "@/lib/domain/access/actor";
import { canAdminister } from "@/lib/domain/access/admin-access";
import { canCreateClass, canJoinClass } from "@/lib/domain/access/class-access";
import { canHandleReports } from "@/lib/domain/access/report-access";
import { countUnread } from "@/lib/server/db/notices";

/** What the frame around every page of a signed-in person shows. */
export type Frame = {
  unread: number;
  withClasses: boolean;
  /** Quizzes of one's own. */
  withTeaching: boolean;
  withReports: boolean;
  withAdmin: boolean;
};

export const viewFrame = cache(async (actor: Actor): Promise<Frame> => {
  return {
    unread: await countUnread(actor.id),
    // Whoever has a code must find where to type it.
    withClasses: canJoinClass(actor),
    withTeaching: canCreateClass(actor),
    withReports: canHandleReports(actor),
    withAdmin: canAdminister(actor),
  };
});
