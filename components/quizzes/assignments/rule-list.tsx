import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { pointsText } from "@/components/quizzes/points-text";
import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { feedbackWords } from "@/lib/domain/quizzes/feedback-words";

type RuleListProps = {
  timeZone: string;
  questions: number;
  points: number;
  counts: string;
  policy: FeedbackPolicy;
  start: {
    opensAt: string;
    dueAt: string;
    closesAt: string;
    timeLimitMinutes: number | null;
    latePercentPerDay: number;
    lateMostPercent: number;
    attemptsAllowed: number | null;
    attemptsMade: number;
  };
};

const COUNT_WORDS: Record<string, string> = {
  best: "the best counts",
  last: "the last counts",
  first: "the first counts",
  mean: "their mean counts",
};

/** What somebody should know before they start. */
export function RuleList({ timeZone, questions, points, counts, policy, start }: RuleListProps) {
  const { opensAt, dueAt, closesAt, timeLimitMinutes, attemptsAllowed, attemptsMade } = start;
  const rules: [string, React.ReactNode][] = [
    ["Questions", `${questions}, ${pointsText(points)}`],
    ["Opens", <ClassTime key="opens" at={opensAt} timeZone={timeZone} named />],
    ["Due", <ClassTime key="due" at={dueAt} timeZone={timeZone} named />],
    ...(closesAt === dueAt
      ? []
      : [
          [
            "Taken late until",
            <span key="closes">
              <ClassTime at={closesAt} timeZone={timeZone} named />
              {lateWords(start)}
            </span>,
          ] as [string, React.ReactNode],
        ]),
    ["Time", timeLimitMinutes === null ? "No limit" : minutesText(timeLimitMinutes)],
    ["Attempts", attemptWords(attemptsAllowed, attemptsMade, COUNT_WORDS[counts] ?? "")],
    ["Results", feedbackWords(policy).join(" ")],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {rules.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function lateWords({
  latePercentPerDay,
  lateMostPercent,
}: Pick<RuleListProps["start"], "latePercentPerDay" | "lateMostPercent">): string {
  if (latePercentPerDay === 0) return ", without loss";
  const most = lateMostPercent < 100 ? `, at most ${lateMostPercent} %` : "";
  return `, ${latePercentPerDay} % less for each day begun${most}`;
}

const minutesText = (minutes: number) => `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

function attemptWords(allowed: number | null, made: number, which: string): string {
  if (allowed === null) return `As many as you want; ${which}`;
  const left = Math.max(0, allowed - made);
  if (allowed === 1) return left === 1 ? "One" : "One, which you have used";
  return `${left} of ${allowed} left; ${which}`;
}
