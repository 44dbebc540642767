import { CalendarDays, Flame } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import type { Streak } from "@/lib/domain/progress/streak";

const LINK =
  "text-accent underline decoration-accent-line underline-offset-3 hover:decoration-current";

function Card({
  label,
  value,
  children,
}: {
  label: ReactNode;
  value: string;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col justify-between gap-3 rounded-xl border border-line bg-surface p-4 shadow-low sm:p-5">
      <h2 className="flex items-center gap-2 text-sm text-muted">{label}</h2>
      <div>
        <p className="text-2xl font-semibold tracking-[-0.02em] tabular-nums">{value}</p>
        <p className="text-sm text-muted">{children}</p>
      </div>
    </section>
  );
}

type StreakCardProps = { streak: Streak; reviewedToday: number };

export function StreakCard({ streak: { days, studiedToday }, reviewedToday }: StreakCardProps) {
  return (
    <Card
      label={
        <>
          <Flame aria-hidden className="size-4" /> Streak
        </>
      }
      value={`${days} ${days === 1 ? "day" : "days"}`}
    >
      {studiedToday
        ? `${reviewedToday} answered today`
        : days > 0
          ? "Answer one question to keep it"
          : "It starts with one answer"}
    </Card>
  );
}

type Exam = { title: string; date: string | null; daysLeft: number | null } | null;

export function ExamCard({ exam }: { exam: Exam }) {
  return (
    <Card
      label={
        <>
          <CalendarDays aria-hidden className="size-4" /> Exam
        </>
      }
      value={countdown(exam)}
    >
      {exam?.date ? (
        `${shortName(exam.title)}, ${longDate(exam.date)}`
      ) : (
        <Link href="/settings#exam" className={LINK}>
          {exam ? "Set its date" : "Choose your exam"}
        </Link>
      )}
    </Card>
  );
}

function countdown(exam: Exam): string {
  if (!exam) return "Not set";
  if (exam.daysLeft === null) return shortName(exam.title);
  if (exam.daysLeft < 0) return "Over";
  if (exam.daysLeft === 0) return "Today";
  return `${exam.daysLeft} ${exam.daysLeft === 1 ? "day" : "days"}`;
}

const shortName = (title: string) =>
  title
    .split(" ")
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.charAt(0))
    .join("");

const longDate = (date: string) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
