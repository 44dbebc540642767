"use client";

import { ArrowRight, GraduationCap } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { QuestionVerdict } from "@/components/questions/question-verdict";
import { Sources } from "@/components/questions/sources";
import { ActionBar } from "@/components/study/action-bar";
import { wordsFor } from "@/components/study/failure-words";
import type { Asked } from "@/components/study/session";
import { StudyBroken, StudyLoading } from "@/components/study/study-placeholders";
import { fetchLesson, finishLesson } from "@/components/study/study-api";
import { useKeys } from "@/components/study/use-keys";
import type { StudySession } from "@/components/study/use-session";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { LocalTime } from "@/components/ui/local-time";
import { Markdown } from "@/components/ui/markdown";
import type { LessonResponse, Mistake } from "@/lib/domain/study/lesson-contract";

type LessonScreenProps = { study: StudySession; asked: Asked };

/** What was forgotten again and again: the learner's own mistakes beside the solution, then a try at something like it. */
export function LessonScreen({ study, asked }: LessonScreenProps) {
  const { id } = asked.item.question;
  const [lesson, setLesson] = useState<LessonResponse | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let shown = true;
    fetchLesson(id).then(
      (found) => {
        if (shown) setLesson(found);
      },
      (error: unknown) => {
        if (shown) setProblem(wordsFor(error));
      },
    );
    return () => {
      shown = false;
    };
  }, [id, attempt]);

  const leave = () => {
    if (!lesson) return;
    // Should it not arrive, the lesson comes once more: no harm done.
    void finishLesson(id).catch(() => undefined);
    study.leaveLesson(lesson.practice);
  };
  useKeys((key, { typing, pressable }) => {
    if (key === "z" && !typing) void study.undo();
    else if (key === "Ctrl+Enter" || (key === "Enter" && !typing && !pressable)) leave();
    else return false;
    return true;
  });

  if (problem) {
    return (
      <StudyBroken
        problem={problem}
        onRetry={() => {
          setProblem(null);
          setAttempt(attempt + 1);
        }}
        onGoOn={() => {
          study.leaveLesson(null);
        }}
      />
    );
  }
  return lesson ? <Lesson lesson={lesson} onLeave={leave} /> : <StudyLoading />;
}

function Lesson({ lesson, onLeave }: { lesson: LessonResponse; onLeave: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  const newest = lesson.mistakes[0];
  return (
    <div className="flex flex-1 animate-rise flex-col gap-6">
      <div className="flex items-start gap-3 rounded-lg border border-accent-line bg-accent-soft px-4 py-3">
        <GraduationCap aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-strong" />
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-lg leading-6 font-semibold">
            A lesson
          </h2>
          <p className="text-sm">
            You have forgotten this {lesson.lapses} times. Look at what you answered, and what was
            right; then {NEXT_WORDS[lesson.practiceIs]}.
          </p>
        </div>
      </div>
      <ol aria-label="Your answers, and the right ones" className="flex flex-col gap-4">
        {lesson.mistakes.map((mistake) => (
          <MistakeView key={mistake.reviewId} mistake={mistake} />
        ))}
      </ol>
      {newest ? <Explanation mistake={newest} /> : null}
      <ActionBar>
        <div className="flex justify-end">
          <Button look="primary" size="large" onClick={onLeave} className="w-full sm:w-auto">
            Try it
            <ArrowRight aria-hidden className="size-4 pointer-fine:hidden" />
            <Kbd>Enter</Kbd>
          </Button>
        </div>
      </ActionBar>
    </div>
  );
}

const NEXT_WORDS: Record<LessonResponse["practiceIs"], string> = {
  variant: "try another variant of it, as practice",
  "other-kind": "try another kind of question on the same concept, as practice",
  sibling: "try another question on the same concept, as practice",
  same: "try it once more, as practice",
};

/** An answer as it was given, with the key of the variant that was asked then. */
function MistakeView({ mistake }: { mistake: Mistake }) {
  const { question, answer, graded, reveal, reviewedAt } = mistake;
  const given = "gaveUp" in answer ? null : { answer, detail: graded.detail };
  return (
    <li className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <p className="text-sm text-muted">
        <LocalTime at={reviewedAt} />
        {given ? "" : " · you did not know"}
      </p>
      <Markdown text={question.prompt} />
      <QuestionVerdict
        kind={question.kind}
        body={question.body}
        given={given}
        solution={reveal.solution}
        marks={null}
        onMarks={null}
      />
    </li>
  );
}

function Explanation({ mistake: { reveal } }: { mistake: Mistake }) {
  return (
    <>
      <section aria-label="Explanation" className="border-s-2 border-accent-line ps-4">
        <Markdown text={reveal.explanation} />
      </section>
      <Sources sources={reveal.sources} errata={reveal.errata} />
    </>
  );
}
