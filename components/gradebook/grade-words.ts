import type { Standing } from "@/lib/domain/quizzes/final-grade";
import type { GradeCell, GradeColumn } from "@/lib/domain/quizzes/gradebook";

const STANDING_WORDS: Record<Standing, string> = {
  graded: "Graded",
  waiting: "Not graded yet",
  open: "Not handed in",
  overdue: "Overdue",
  missing: "Missing",
  excused: "Excused",
  "not-given": "For others",
};

/** As few decimals as it has, at most two. */
export const pointWords = (points: number): string => String(Math.round(points * 100) / 100);

export const percentWords = (percent: number | null): string =>
  percent === null ? "–" : `${(Math.round(percent * 10) / 10).toFixed(1)} %`;

export const shareWords = (share: number | null): string =>
  percentWords(share === null ? null : 100 * share);

/** "7.5 of 10", or why there are no points. Study is never handed in: it goes on until it is final. */
export function cellWords(
  { standing, points, maxPoints }: GradeCell,
  kind: GradeColumn["kind"],
): string {
  if (points !== null) return `${pointWords(points)} of ${pointWords(maxPoints)}`;
  return kind === "study" && standing === "open" ? "Not final yet" : STANDING_WORDS[standing];
}

/** What else there is to say of a grade: "10 % off as late", "given by hand". */
export function cellNotes({ latePercent, isByHand, reason }: GradeCell): string | null {
  const notes = [
    latePercent === 0 ? null : `${latePercent} % off as late`,
    isByHand ? `given by hand${reason ? `: ${reason}` : ""}` : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join("; ");
}
