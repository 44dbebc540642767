import { formatFigure } from "@/components/charts/chart-data";
import { percent } from "@/components/progress/figure-words";
import { counted } from "@/components/ui/counted";
import type { Retention } from "@/lib/domain/progress/retention";
import type { Streak } from "@/lib/domain/progress/streak";
import type { StudyDay } from "@/lib/domain/progress/study-days";

type KeyFiguresProps = {
  streak: Streak;
  retention: Retention;
  desiredRetention: number;
  answers: number;
  days: readonly StudyDay[];
};

/** The four figures that one looks for first, each with its sentence. */
export function KeyFigures(props: KeyFiguresProps) {
  const { streak, retention, desiredRetention, answers, days } = props;
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  const active = days.filter((day) => day.answers > 0).length;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line lg:grid-cols-4">
      <Figure
        name="Streak"
        value={counted(streak.days, "day", "days")}
        text={
          streak.daysOff > 0
            ? `Days in a row with an answer; ${counted(streak.daysOff, "day off", "days off")} did not break it.`
            : "Days in a row with an answer, up to today or yesterday; days off do not break it."
        }
      />
      <Figure
        name="True retention"
        value={retention.attempts === 0 ? "–" : percent(retention.recalled / retention.attempts)}
        text={`Recalled of ${counted(retention.attempts, "question", "questions")} that came back on a later day; you study for ${percent(desiredRetention)}.`}
      />
      <Figure
        name="Answers"
        value={answers.toLocaleString("en-GB")}
        text={`On ${active} of ${counted(days.length, "day", "days")}, drills and second tries included.`}
      />
      <Figure
        name="Time"
        value={formatFigure(minutes, "minutes")}
        text={
          active === 0
            ? "From question to answer; three minutes at most count for one."
            : `${formatFigure(minutes / active, "minutes")} on a day with answers; three minutes at most count for one.`
        }
      />
    </dl>
  );
}

const Figure = ({ name, value, text }: { name: string; value: string; text: string }) => (
  <div className="flex flex-col bg-surface p-4">
    <dt className="text-sm text-muted">{name}</dt>
    <dd className="text-2xl font-semibold tracking-[-0.02em] tabular-nums">{value}</dd>
    <dd className="mt-1 text-sm text-muted">{text}</dd>
  </div>
);
