"use client";

import { CircleCheckBig, Clock } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";

import type { Result } from "@/components/study/session";
import { MODE_WORDS } from "@/components/study/session-modes";
import type { SessionQuery } from "@/components/study/session-query";
import { sumUp, sumWords, summaryHeading } from "@/components/study/summary-words";
import type { StudySession } from "@/components/study/use-session";
import { Button, LinkButton } from "@/components/ui/button";
import { plainText } from "@/components/ui/markdown";
import type { Outcome } from "@/lib/domain/questions/question-kind";

type StudySummaryProps = {
  study: StudySession;
  query: SessionQuery;
  onSessions: () => void;
};

const MISSED: readonly Outcome[] = ["partly", "wrong", "gave-up"];

/** The end of a sitting: what was done, what was missed, when there is more. */
export function StudySummary({ study, query, onSessions }: StudySummaryProps) {
  const { results, nextDueAt } = study.session;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const missed = uniqueById(results.filter(isMissed));
  const sum = sumUp(results, study.waiting);

  return (
    <div className="flex animate-rise flex-col items-center gap-6 py-8 text-center sm:py-12">
      <span className="flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
        <CircleCheckBig aria-hidden className="size-7" />
      </span>
      <div className="flex flex-col gap-2">
        <h2 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {summaryHeading(query, sum)}
        </h2>
        <p className="text-lg text-muted">{sumWords(sum) ?? MODE_WORDS[query.mode].whenDone}</p>
        <NextDue nextDueAt={nextDueAt} now={study.now} onContinue={study.reload} />
      </div>
      {missed.length > 0 ? <MissedQuestions questions={missed} /> : null}
      <div className="flex flex-wrap justify-center gap-2">
        <LinkButton href="/today" look="primary" size="large">
          Back to today
        </LinkButton>
        {results.length > 0 ? (
          <Button size="large" onClick={() => void study.undo()}>
            Take back the last answer
          </Button>
        ) : (
          <LinkButton href="/banks" size="large">
            Browse the banks
          </LinkButton>
        )}
        <Button size="large" look="quiet" onClick={onSessions}>
          Other sessions
        </Button>
      </div>
    </div>
  );
}

const isMissed = ({ outcome }: Result) => outcome !== null && MISSED.includes(outcome);

const uniqueById = (results: readonly Result[]) => [
  ...new Map(results.map(({ question }) => [question.id, question])).values(),
];

function MissedQuestions({ questions }: { questions: readonly Result["question"][] }) {
  return (
    <section className="w-full text-start" aria-labelledby="missed">
      <h3 id="missed" className="mb-2 text-sm font-medium text-muted">
        To look at again
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {questions.map(({ id, prompt }) => (
          <li key={id}>
            <Link
              href={`/banks/${id}`}
              className="block truncate px-4 py-2.5 -outline-offset-2 hover:bg-sunken"
            >
              {plainText(prompt.split("\n")[0] ?? "")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MINUTE_MS = 60_000;
const SOON_MINUTES = 60;

type NextDueProps = { nextDueAt: string | null; now: () => Date; onContinue: () => void };

/** What was new or forgotten comes back within minutes: wait for it, or leave. */
function NextDue({ nextDueAt, now, onContinue }: NextDueProps) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setAt(now());
    }, 5_000);
    return () => {
      clearInterval(timer);
    };
  }, [now]);

  if (nextDueAt === null) return null;
  const minutes = Math.ceil((Date.parse(nextDueAt) - at.getTime()) / MINUTE_MS);
  if (minutes <= 0) {
    return (
      <p className="mt-2">
        <Button look="primary" onClick={onContinue}>
          Something is due again: continue
        </Button>
      </p>
    );
  }
  return (
    <p className="flex items-center justify-center gap-2 text-muted">
      <Clock aria-hidden className="size-4" />
      {minutes <= SOON_MINUTES
        ? `The next one is due in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`
        : `The next one is due ${dayWords(nextDueAt)}.`}
    </p>
  );
}

const dayWords = (dueAt: string) =>
  new Date(dueAt).toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
