/** What was done on each of the learner's days. */

export type StudyDay = {
  /** As `dayNumber` gives it. */
  day: number;
  /** Answers of every purpose, practice included. */
  answers: number;
  minutes: number;
};

/** Somebody who left a question open was not thinking about it all the while. */
const LONGEST_ANSWER_MS = 180_000;

/** How long an answer counts for. */
export const countedMs = (durationMs: number): number => Math.min(durationMs, LONGEST_ANSWER_MS);

/** Every day from `from` to `to`, days without an answer included. */
export const eachDay = (
  days: ReadonlyMap<number, StudyDay>,
  from: number,
  to: number,
): StudyDay[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const day = from + index;
    return days.get(day) ?? { day, answers: 0, minutes: 0 };
  });

/**
 * 0 for a day without answers, and 1 to 4 for the quarter of the days with answers that a
 * day belongs to by their number, so that the picture shows the learner's own rhythm.
 */
export function levelsOf(days: readonly StudyDay[]): number[] {
  const counts = days
    .map(({ answers }) => answers)
    .filter((answers) => answers > 0)
    .sort((a, b) => a - b);
  const quarter = (part: number) => counts[Math.floor((counts.length * part) / 4)] ?? 0;
  const [second, third, fourth] = [quarter(1), quarter(2), quarter(3)];
  return days.map(({ answers }) => {
    if (answers === 0) return 0;
    if (answers > fourth) return 4;
    if (answers > third) return 3;
    return answers > second ? 2 : 1;
  });
}

/** Weeks of seven days that end with the last one given; the first may be shorter. */
export function weeksOf(days: readonly StudyDay[]): (StudyDay & { days: number })[] {
  const weeks: (StudyDay & { days: number })[] = [];
  const first = days.length % 7;
  for (let start = first === 0 ? 0 : first - 7; start < days.length; start += 7) {
    const members = days.slice(Math.max(0, start), start + 7);
    weeks.push({
      day: members[0]?.day ?? 0,
      answers: members.reduce((sum, { answers }) => sum + answers, 0),
      minutes: members.reduce((sum, { minutes }) => sum + minutes, 0),
      days: members.length,
    });
  }
  return weeks;
}
