import type { Stance } from "@/lib/domain/questions/study-notes";

/** What the questions do about a statement of the notes that is wrong. */
export const STANCE_LABELS: Record<Stance, string> = {
  taught: "Taught",
  "version-bound": "Version-bound",
  avoided: "Avoided",
};
