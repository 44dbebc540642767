import type { AssignmentDates } from "@/lib/domain/quizzes/attempt-window";
import { z } from "zod";

import { personalDates, type PersonalDates } from "@/lib/domain/quizzes/attempt-window";
import type { AssignmentForMember } from "@/lib/server/db/attempts";

export const LatePolicySchema = z.object({
  percentPerDay: z.number().min(0).max(100).default(0),
  mostPercent: z.number().min(0).max(100).default(100),
});

const datesOf = ({
  assignment,
  class: { timeZone },
}: Pick<AssignmentForMember, "assignment" | "class">): AssignmentDates => {
  const { opensAt, dueAt, closesAt, timeLimitSeconds, attemptsAllowed } = assignment;
  return { opensAt, dueAt, closesAt, timeLimitSeconds, attemptsAllowed, timeZone };
};

/** The dates as they are for this member. */
export const datesForMember = (found: AssignmentForMember): PersonalDates =>
  personalDates(datesOf(found), found.accommodation);
