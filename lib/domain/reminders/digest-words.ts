import type { MailWords } from "@/lib/domain/reminders/mail-text";
import type { QueueCounts } from "@/lib/domain/study/queue-contract";

export type DigestFacts = {
  counts: QueueCounts;
  /** Estimated for all of them. */
  minutes: number;
  streak: { days: number; studiedToday: boolean };
  exam: { title: string; daysLeft: number | null } | null;
  /** Soonest first. */
  dueSoon: readonly { title: string; className: string; dueAt: Date; timeZone: string }[];
  /** Study work that is open and not reached; how many answers today still asks for, if any. */
  homework: readonly {
    title: string;
    className: string;
    reached: string;
    answersLeft: number | null;
  }[];
};

/** What is assigned is named in the digest when it is due within this time. */
export const DUE_SOON_MS = 3 * 86_400_000;

type DigestMail = Pick<MailWords, "subject" | "paragraphs" | "items">;

/**
 * What a morning's email says; null when there is nothing to say: no review is due, and
 * nothing assigned is due soon and no study work is open. New questions alone are no reason to write.
 */
export function digestWords(facts: DigestFacts): DigestMail | null {
  const { counts, minutes, exam, dueSoon } = facts;
  const homework = facts.homework.filter(({ answersLeft }) => answersLeft !== 0);
  const reviews = counts.due + counts.learning;
  if (reviews === 0 && dueSoon.length === 0 && homework.length === 0) return null;
  const subject =
    reviews > 0
      ? `${dueToday(reviews, counts.new)} today, about ${minutes} min`
      : dueSoon.length > 0
        ? `${count(dueSoon.length, "assignment")} due soon`
        : `Study work for today: ${homework[0]?.title ?? ""}`;
  return {
    subject,
    paragraphs: [
      reviews > 0 ? dueSentence(reviews, counts.new, minutes) : "No review is due today.",
      ...streakSentence(facts),
      ...examSentence(exam),
      ...homework.map(homeworkSentence),
      ...(dueSoon.length > 0 ? ["Due soon in your classes:"] : []),
    ],
    items: dueSoon.map(
      ({ title, className, dueAt, timeZone }) =>
        `${title} (${className}), due ${momentIn(dueAt, timeZone)}`,
    ),
  };
}

const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? "" : "s"}`;

const dueToday = (reviews: number, fresh: number): string =>
  fresh > 0 ? `${count(reviews, "review")} and ${fresh} new` : count(reviews, "review");

function dueSentence(reviews: number, fresh: number, minutes: number): string {
  const verb = reviews === 1 ? "is" : "are";
  const rest = fresh > 0 ? `, and ${count(fresh, "new question")} can follow` : "";
  return `${count(reviews, "review")} ${verb} due today${rest}: about ${minutes} min.`;
}

function streakSentence({ streak, counts }: DigestFacts): string[] {
  if (streak.days === 0) return [];
  const days = `You have studied ${count(streak.days, "day")} in a row`;
  const isAtStake = !streak.studiedToday && counts.due + counts.learning > 0;
  return [isAtStake ? `${days}. An answer today makes it ${streak.days + 1}.` : `${days}.`];
}

const homeworkSentence = ({
  title,
  className,
  reached,
  answersLeft,
}: DigestFacts["homework"][number]): string =>
  answersLeft === null
    ? `Study work “${title}” (${className}): ${reached}.`
    : `Study work “${title}” (${className}): ${count(answersLeft, "answer")} today, ${reached} so far.`;

function examSentence(exam: DigestFacts["exam"]): string[] {
  if (exam?.daysLeft === undefined || exam.daysLeft === null || exam.daysLeft < 0) return [];
  if (exam.daysLeft === 0) return [`Your exam is today: ${exam.title}. Good luck.`];
  return [`${count(exam.daysLeft, "day")} until your exam: ${exam.title}.`];
}

/** "Fri 3 April, 23:59 (Europe/Berlin)" */
function momentIn(at: Date, timeZone: string): string {
  const text = at.toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return `${text} (${timeZone.replaceAll("_", " ")})`;
}
