import { LinkButton } from "@/components/ui/button";
import { longDate } from "@/components/plan/plan-words";
import { counted } from "@/components/ui/counted";

type ExamCountdownProps = {
  exam: { id: string; title: string; date: string; daysLeft: number } | null;
};

export function ExamCountdown({ exam }: ExamCountdownProps) {
  return (
    <section
      aria-labelledby="countdown"
      className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 rounded-xl border border-line bg-surface p-5 shadow-low sm:p-7"
    >
      <div>
        <h2 id="countdown" className="text-muted">
          {exam ? exam.title : "Your exam"}
        </h2>
        <p className="mt-1 text-3xl font-semibold tracking-[-0.02em] tabular-nums">
          {wordsOf(exam)}
        </p>
        <p className="mt-1 text-sm text-muted">
          {exam
            ? `${longDate(exam.date)}. Nothing is dated after the day before it.`
            : "Choose an exam and its date: everything is then planned towards that day."}
        </p>
      </div>
      <LinkButton href="/settings#exam" look={exam ? "quiet" : "primary"}>
        {exam ? "Change exam or date" : "Choose exam and date"}
      </LinkButton>
    </section>
  );
}

function wordsOf(exam: ExamCountdownProps["exam"]): string {
  if (!exam) return "Not set";
  if (exam.daysLeft < 0) return "Over";
  if (exam.daysLeft === 0) return "Today";
  return `${counted(exam.daysLeft, "day")} left`;
}
