import type { ChangedPlanView } from "@/components/plan/changed-plan-view";
import { counted } from "@/components/ui/counted";

const at = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** "Tue 3 Nov" */
export const shortDate = (date: string): string =>
  at(date).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });

/** "Tuesday 3 November 2026" */
export const longDate = (date: string): string =>
  at(date).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** What became of reviews that were scheduled already; null when none was touched. */
export function movedWords(moved: ChangedPlanView): string | null {
  if (!moved || (moved.reviews === 0 && moved.left === 0)) return null;
  const parts =
    moved.reviews > 0 ? [`${counted(moved.reviews, "review was", "reviews were")} moved.`] : [];
  if (moved.beyondRange > 0) {
    parts.push(`${counted(moved.beyondRange, "comes", "come")} later than is best for it.`);
  }
  if (moved.aboveLimit > 0) {
    parts.push(`${counted(moved.aboveLimit, "is on a day", "are on days")} above your limit.`);
  }
  if (moved.left > 0) {
    const stay = counted(moved.left, "review stays on a day off", "reviews stay on days off");
    parts.push(`${stay}: no day is left.`);
  }
  return parts.join(" ");
}
