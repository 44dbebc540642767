import { counted } from "@/components/ui/counted";
import type { ClassRole } from "@/lib/domain/access/class-access";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";

export const ROLE_NAMES: Record<ClassRole, string> = {
  student: "Student",
  assistant: "Assistant",
  instructor: "Instructor",
};

/** "1.5 × time, 2 more days"; null when nothing is granted. */
export function accommodationWords(grant: Accommodation): string | null {
  const parts = [
    grant.timeMultiplier === 1 ? null : `${grant.timeMultiplier} × time`,
    grant.extraDays === 0 ? null : counted(grant.extraDays, "more day"),
    grant.extraAttempts === 0 ? null : counted(grant.extraAttempts, "more attempt"),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

export const zoneName = (timeZone: string): string => timeZone.replaceAll("_", " ");
