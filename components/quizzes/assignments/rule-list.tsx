import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { pointsText } from "@/components/quizzes/points-text";
import { FactList, type Fact } from "@/components/ui/fact-list";
import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { feedbackWords } from "@/lib/domain/quizzes/feedback-words";

type RuleListProps = {
  timeZone: string;
  questions: number;
  points: number;
  counts: string;
  policy: FeedbackPolicy;
  rules: {
    opensAt: string;
    dueAt: string;
    closesAt: string;
    timeLimitMinutes: number | null;
    latePercentPerDay: number;
    lateMostPercent: number;
    attemptsAllowed: number | null;
    /** Left out for staff, who make none. */
    attemptsMade?: number;
  };
};

const COUNT_WORDS: Record<string, string> = {
  best: "the best counts",
  last: "the last counts",
  first: "the first counts",
  mean: "their mean counts",
};

/** When and how a quiz is taken: what somebody should know before they start. */
export function RuleList(props: RuleListProps) {
  const { timeZone, questions, points, counts, policy, rules } = props;
  const { opensAt, dueAt, closesAt, timeLimitMinutes, attemptsAllowed, attemptsMade } = rules;
  const facts: Fact[] = [
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
              {lateWords(rules)}
            </span>,
          ] as const,
        ]),
    ["Time", timeLimitMinutes === null ? "No limit" : minutesText(timeLimitMinutes)],
    ["Attempts", attemptWords(attemptsAllowed, attemptsMade, COUNT_WORDS[counts] ?? "")],
    ["Results", feedbackWords(policy).join(" ")],
  ];
  return <FactList facts={facts} />;
}

function lateWords({
  latePercentPerDay,
  lateMostPercent,
}: Pick<RuleListProps["rules"], "latePercentPerDay" | "lateMostPercent">): string {
  if (latePercentPerDay === 0) return ", without loss";
  const most = lateMostPercent < 100 ? `, at most ${lateMostPercent} %` : "";
  return `, ${latePercentPerDay} % less for each day begun${most}`;
}

const minutesText = (minutes: number) => `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

function attemptWords(allowed: number | null, made: number | undefined, which: string): string {
  if (allowed === null) return `As many as wanted; ${which}`;
  if (made === undefined) return allowed === 1 ? "One" : `${allowed}; ${which}`;
  const left = Math.max(0, allowed - made);
  if (allowed === 1) return left === 1 ? "One" : "One, which you have used";
  return `${left} of ${allowed} left; ${which}`;
}
