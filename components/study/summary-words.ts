/** What is said at the end of a sitting. */
import type { Result } from "@/components/study/session";
import type { SessionQuery } from "@/components/study/session-query";
import type { Outcome } from "@/lib/domain/questions/question-kind";

type Sum = {
  answered: number;
  right: number;
  /** Of those answered, how many are on this device until they can be graded. */
  waiting: number;
};

const RIGHT: readonly Outcome[] = ["right", "right-with-extras"];

/** `waiting` are ids of answers: those given before a reload wait too, and each counts once. */
export const sumUp = (
  results: readonly Pick<Result, "answerId" | "outcome">[],
  waiting: readonly string[],
): Sum => ({
  answered: new Set([...results.map(({ answerId }) => answerId), ...waiting]).size,
  right: results.filter(({ outcome }) => outcome !== null && RIGHT.includes(outcome)).length,
  waiting: waiting.length,
});

export function summaryHeading(
  { mode, drill, minutes }: Pick<SessionQuery, "mode" | "drill" | "minutes">,
  { answered }: Sum,
): string {
  if (answered === 0) return mode === "today" ? "Nothing is due" : "Nothing in this session";
  if (minutes !== null) return `Well done: ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return drill ? "Drill done" : "Done for now";
}

/** Null when nothing was answered. How many are right is said once something is graded. */
export function sumWords({ answered, right, waiting }: Sum): string | null {
  if (answered === 0) return null;
  const graded = waiting >= answered ? "" : `, ${right} right`;
  const kept =
    waiting === 0
      ? ""
      : ` ${waiting} ${waiting === 1 ? "waits" : "wait"} on this device to be graded.`;
  return `${answered} answered${graded}.${kept}`;
}
