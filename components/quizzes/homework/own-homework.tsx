import { Check } from "lucide-react";

import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { HomeworkBadge } from "@/components/quizzes/homework/homework-badge";
import { sessionAddress } from "@/components/study/session-query";
import { LinkButton } from "@/components/ui/button";
import { FactList, type Fact } from "@/components/ui/fact-list";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";

type Day = { date: string; answers: number };

type OwnHomeworkProps = {
  kind: "reviews" | "readiness";
  perDay: number;
  mostPoints: number;
  own: {
    state: HomeworkState;
    progress: { reached: number; wanted: number; share: number; points: number };
    reached: string;
    today: number;
    days: readonly Day[];
    daysLeft: number;
    timeZone: string;
    dayStartHour: number;
    whenDue: number;
    session: { banks: string[]; domains: string[] };
    points: number | null;
    excused: boolean;
  };
};

/** How far a student is with study work, and the session that brings them on. */
export function OwnHomework({ kind, perDay, mostPoints, own }: OwnHomeworkProps) {
  const { state, progress, reached } = own;
  const isRunning = state === "on-plan" || state === "behind" || state === "reached";
  return (
    <section aria-labelledby="own-progress" className="flex flex-col gap-4">
      <h3 id="own-progress" className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        Your progress <HomeworkBadge state={state} />
      </h3>
      {own.excused ? <p>You are excused from it: it does not count.</p> : null}
      <div className="flex max-w-xl flex-col gap-2">
        <p className="text-2xl font-semibold tabular-nums">{reached}</p>
        <ProgressBar
          value={progress.share}
          label="Your progress"
          text={reached}
          tone={progress.share >= 1 ? "good" : "accent"}
        />
        <p className="text-muted">
          {state === "settled"
            ? `Final: ${own.points ?? progress.points} of ${mostPoints} points.`
            : `That is ${progress.points} of ${mostPoints} points so far.`}
        </p>
      </div>
      {isRunning ? <Now kind={kind} perDay={perDay} own={own} /> : null}
      {kind === "reviews" && own.days.length > 0 ? <Days perDay={perDay} own={own} /> : null}
    </section>
  );
}

type NowProps = Pick<OwnHomeworkProps, "kind" | "perDay" | "own">;

function Now({ kind, perDay, own }: NowProps) {
  const left = Math.max(0, perDay - own.today);
  return (
    <div className="flex flex-col items-start gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      {kind === "reviews" ? (
        <p>
          <span className="font-semibold tabular-nums">
            {own.today} of {perDay}
          </span>{" "}
          answers today{left === 0 ? ": this day counts." : "."}{" "}
          <span className="text-muted">{daysLeftWords(own.daysLeft)}</span>
        </p>
      ) : (
        <p>
          <span className="font-semibold tabular-nums">{Math.floor(own.whenDue * 100)} %</span> when
          it is due, if you study no more until then.
        </p>
      )}
      <LinkButton href={sessionAddress(own.session)} look="primary">
        {own.session.banks.length + own.session.domains.length > 0 ? "Study these" : "Study"}
      </LinkButton>
      <p className="text-sm text-muted">
        Answers of study count, those given offline too; practice and drills do not. Is too little
        due today? Ask for more new questions a day in{" "}
        <TextLink href="/settings#exam">Settings</TextLink>.
      </p>
    </div>
  );
}

const daysLeftWords = (days: number): string =>
  days === 1 ? "It is the last day." : `${days} days are left, today included.`;

function Days({ perDay, own }: Pick<OwnHomeworkProps, "perDay" | "own">) {
  const { days, timeZone, dayStartHour } = own;
  const hour = `${String(dayStartHour).padStart(2, "0")}:00`;
  return (
    <div className="flex flex-col gap-2">
      <h4 className="font-medium">Day by day</h4>
      <p className="text-sm text-muted">
        Your days, from {hour} to {hour} ({timeZone.replaceAll("_", " ")}), as everywhere in your
        study.
      </p>
      <ol className="grid grid-cols-3 gap-2 sm:grid-cols-5 lg:grid-cols-7">
        {days.map((day) => (
          <DayCell key={day.date} day={day} perDay={perDay} />
        ))}
      </ol>
    </div>
  );
}

function DayCell({ day: { date, answers }, perDay }: { day: Day; perDay: number }) {
  const counts = answers >= perDay;
  const name = new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (
    <li
      className={`rounded-lg border px-3 py-2 text-sm ${counts ? "border-good-line bg-good-soft" : "border-line bg-surface"}`}
    >
      <span className="block text-muted">{name}</span>
      <span className="flex items-center gap-1 font-medium tabular-nums">
        {answers}
        {counts ? (
          <>
            <Check aria-hidden className="size-4 text-good" />
            <span className="sr-only">counts</span>
          </>
        ) : null}
      </span>
    </li>
  );
}

type HomeworkRulesProps = {
  timeZone: string;
  sentence: string;
  credit: string;
  opensAt: string;
  dueAt: string;
  finalAt: string;
};

/** What is asked for and when it counts, in the class's time. */
export function HomeworkRules(props: HomeworkRulesProps) {
  const { timeZone, sentence, credit, opensAt, dueAt, finalAt } = props;
  const facts: Fact[] = [
    ["Asked for", sentence],
    ["Counts from", <ClassTime key="opens" at={opensAt} timeZone={timeZone} named />],
    ["Until", <ClassTime key="due" at={dueAt} timeZone={timeZone} named />],
    ["Credit", credit],
    [
      "Final",
      <span key="final">
        <ClassTime at={finalAt} timeZone={timeZone} named />. Until then answers that were given
        offline in time may still arrive.
      </span>,
    ],
  ];
  return <FactList facts={facts} />;
}
