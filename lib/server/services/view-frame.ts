import { cache } from "react";

import type { Actor } from "@/lib/domain/access/actor";
import { canAdminister } from "@/lib/domain/access/admin-access";
import { canCreateClass } from "@/lib/domain/access/class-access";
import { canHandleReports } from "@/lib/domain/access/report-access";
import { findFrameFacts } from "@/lib/server/db/notices";

/** What the frame around every page of a signed-in person shows. */
export type Frame = {
  unread: number;
  withClasses: boolean;
  /** Quizzes and banks of one's own. */
  withTeaching: boolean;
  withReports: boolean;
  withAdmin: boolean;
};

export const viewFrame = cache(async (actor: Actor): Promise<Frame> => {
  const { unread, inClass } = await findFrameFacts(actor.id);
  const withTeaching = canCreateClass(actor);
  return {
    unread,
    withClasses: inClass || withTeaching,
    withTeaching,
    withReports: canHandleReports(actor),
    withAdmin: canAdminister(actor),
  };
});
