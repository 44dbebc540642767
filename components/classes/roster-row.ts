import type { ClassRole } from "@/lib/domain/access/class-access";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";

export type RosterRow = {
  userId: string;
  name: string;
  email: string;
  role: ClassRole;
  sectionId: string | null;
  section: string | null;
  studentNumber: string | null;
  accommodation: Accommodation;
};
