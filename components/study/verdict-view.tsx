"use client";

import { useEffect, useRef } from "react";

import { OutcomeHeading } from "@/components/questions/outcome-heading";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { Sources } from "@/components/questions/sources";
import { dueInWords } from "@/components/study/due-words";
import type { Verdict } from "@/components/study/session";
import { Markdown } from "@/components/ui/markdown";
import type { NextDue } from "@/lib/domain/study/answer-contract";
import type { Purpose } from "@/lib/domain/study/purpose";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type VerdictViewProps = {
  question: PublicQuestion;
  verdict: Verdict;
  now: Date;
  onMarks: (marks: boolean[]) => void;
};

/** What became of the answer: said first, then shown, explained and dated. */
export function VerdictView({ question, verdict, now, onMarks }: VerdictViewProps) {
  const { graded, reveal, review, next, answer } = verdict;
  const heading = useFocusedHeading(review.id);
  const given = "gaveUp" in answer ? null : { answer, detail: graded.detail };

  return (
    <div className="flex animate-rise flex-col gap-6">
      <OutcomeHeading outcome={review.outcome} score={review.score} headingRef={heading}>
        <p className="text-sm text-ink">
          {PRACTICE_WORDS[review.purpose] ?? ""}
          {next ? <ComesBack next={next} now={now} /> : null}
        </p>
      </OutcomeHeading>
      <section aria-label="Your answer and the right one">
        <QuestionVerdict
          kind={question.kind}
          body={question.body}
          given={given}
          solution={reveal.solution}
          marks={review.marks}
          onMarks={onMarks}
        />
      </section>
      <section aria-label="Explanation" className="border-s-2 border-accent-line ps-4">
        <Markdown text={reveal.explanation} />
      </section>
      <Sources sources={reveal.sources} errata={reveal.errata} />
    </div>
  );
}

/** Practice says that it is. */
const PRACTICE_WORDS: Partial<Record<Purpose, string>> = {
  drill: "Practice: the next date stays. ",
  retry: "Second try, as practice: your first answer counts. ",
};

function ComesBack({ next, now }: { next: NextDue; now: Date }) {
  if (Date.parse(next.dueAt) <= now.getTime()) return <>It is due now.</>;
  return (
    <>
      Comes back <strong>{dueInWords(next, now)}</strong>
      <DueDate next={next} />
    </>
  );
}

/** The date itself, once it is far enough away to matter. */
function DueDate({ next }: { next: NextDue }) {
  if (next.intervalDays < 2) return ".";
  const date = new Date(next.dueAt).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(next.intervalDays > 180 ? { year: "numeric" } : {}),
  });
  return <>, {date}.</>;
}

/** Moving focus to the verdict is what makes a screen reader say it. */
function useFocusedHeading(key: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [key]);
  return heading;
}
