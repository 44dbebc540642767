/** What study homework asks for, in words. */
import type { StudyRule } from "@/lib/domain/quizzes/study-homework";

type WantedWords =
  { kind: "reviews"; perDay: number; days: number } | { kind: "readiness"; target: number };

/** "20 answers a day on 12 days, in Storage"; `place` is null where everything counts. */
export function homeworkSentence(rule: WantedWords, place: string | null): string {
  const where = place === null ? "" : `, in ${place}`;
  if (rule.kind === "readiness") {
    return `Readiness of ${percent(rule.target)} when it is due${where}`;
  }
  const { perDay, days } = rule;
  return `${perDay} ${perDay === 1 ? "answer" : "answers"} a day on ${days} ${days === 1 ? "day" : "days"}${where}`;
}

export const creditSentence = ({ credit, points }: Pick<StudyRule, "credit" | "points">): string =>
  credit === "proportional"
    ? `${pointWords(points)}, in proportion to what is reached`
    : `${pointWords(points)} for all of it, nothing for less`;

/** "9 of 12 days", "62 % of 70 %" */
export const reachedWords = (
  kind: StudyRule["kind"],
  { reached, wanted }: { reached: number; wanted: number },
): string =>
  kind === "reviews"
    ? `${reached} of ${wanted} ${wanted === 1 ? "day" : "days"}`
    : `${percent(reached)} of ${percent(wanted)}`;

const pointWords = (points: number): string => `${points} ${points === 1 ? "point" : "points"}`;

/** Whole percent, and never a target that is not reached yet. */
const percent = (share: number): string => `${Math.floor(share * 100 + 1e-6)} %`;
