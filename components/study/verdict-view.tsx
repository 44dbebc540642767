"use client";

import {
  CircleCheck,
  CircleDot,
  CircleHelp,
  CircleX,
  PenLine,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useRef } from "react";

import { viewOf } from "@/components/questions/registry";
import { Sources } from "@/components/questions/sources";
import { dueInWords } from "@/components/study/due-words";
import type { Verdict } from "@/components/study/session";
import { Markdown } from "@/components/ui/markdown";
import type { Outcome } from "@/lib/domain/questions/question-kind";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type Look = { title: string; icon: LucideIcon; tone: string };

const GOOD = "border-good-line bg-good-soft text-good";
const PARTLY = "border-partly-line bg-partly-soft text-partly";
const BAD = "border-bad-line bg-bad-soft text-bad";
const OWN = "border-accent-line bg-accent-soft text-accent-strong";

const LOOKS: Record<Outcome, Look> = {
  right: { title: "Right", icon: CircleCheck, tone: GOOD },
  "right-with-extras": { title: "Right, with more than needed", icon: CircleCheck, tone: GOOD },
  partly: { title: "Partly right", icon: CircleDot, tone: PARTLY },
  wrong: { title: "Not right", icon: CircleX, tone: BAD },
  "gave-up": { title: "Here is the answer", icon: CircleHelp, tone: PARTLY },
  "cannot-judge": { title: "This cannot be judged here", icon: CircleHelp, tone: OWN },
  "self-mark": { title: "Compare and mark it yourself", icon: PenLine, tone: OWN },
};

type VerdictViewProps = {
  question: PublicQuestion;
  verdict: Verdict;
  now: Date;
  onMarks: (marks: boolean[]) => void;
};

/** What became of the answer: said first, then shown, explained and dated. */
export function VerdictView({ question, verdict, now, onMarks }: VerdictViewProps) {
  const { graded, reveal, review, next, answer } = verdict;
  const look = LOOKS[review.outcome];
  const view = viewOf(question.kind);
  const heading = useFocusedHeading(review.id);
  const given = "gaveUp" in answer ? null : { answer, detail: graded.detail };

  return (
    <div className="flex animate-rise flex-col gap-6">
      <div className={`flex items-start gap-3 rounded-lg border px-4 py-3 ${look.tone}`}>
        <look.icon aria-hidden className="mt-0.5 size-5 shrink-0" />
        <div className="min-w-0">
          <h2 ref={heading} tabIndex={-1} className="text-lg leading-6 font-semibold">
            {look.title}
            {review.outcome === "partly" && review.score !== null ? (
              <span className="font-normal"> · {Math.round(review.score * 100)} %</span>
            ) : null}
          </h2>
          <p className="text-sm text-ink">
            Comes back <strong>{dueInWords(next, now)}</strong>
            <DueDate next={next} />
          </p>
        </div>
      </div>
      <section aria-label="Your answer and the right one">
        <view.Verdict
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

/** The date itself, once it is far enough away to matter. */
function DueDate({ next }: { next: Verdict["next"] }) {
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
