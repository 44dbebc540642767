"use client";

import { useState } from "react";

import { AttemptKeys } from "@/components/quizzes/attempt/attempt-keys";
import { AttemptNotices } from "@/components/quizzes/attempt/attempt-notices";
import { AttemptQuestionCard } from "@/components/quizzes/attempt/attempt-question";
import { Countdown } from "@/components/quizzes/attempt/countdown";
import { QuestionMap, unansweredNumbers } from "@/components/quizzes/attempt/question-map";
import { SaveState } from "@/components/quizzes/attempt/save-state";
import { SubmitDialog } from "@/components/quizzes/attempt/submit-dialog";
import { useAttemptKeys } from "@/components/quizzes/attempt/use-attempt-keys";
import { usePlace } from "@/components/quizzes/attempt/use-place";
import {
  useAttempt,
  type AttemptBackend,
  type AttemptWork,
} from "@/components/quizzes/attempt/use-attempt";
import { ActionBar } from "@/components/study/action-bar";
import { Button } from "@/components/ui/button";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";

type AttemptPlayerProps = {
  view: AttemptView;
  backend: AttemptBackend;
  isPreview?: boolean;
};

/** An attempt being taken: its questions, what is saved of it, and the time that is left. */
export function AttemptPlayer({ view, backend, isPreview = false }: AttemptPlayerProps) {
  const work = useAttempt(view, backend);
  const place = usePlace(view, work.saver);
  const [isAsking, setAsking] = useState(false);
  useAttemptKeys({ view, work, place });

  return (
    <div
      className="flex flex-1 flex-col gap-6"
      onBlur={() => {
        void work.saver.flush();
      }}
    >
      <div className="sticky top-14 z-20 -mx-4 flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-canvas px-4 py-2.5 sm:mx-0 sm:px-0">
        <h1 className="min-w-0 flex-1 truncate text-base font-semibold">{view.title}</h1>
        {isPreview ? null : <SaveState state={work.state} />}
        <Countdown timing={work.timing} onOver={work.timeIsOver} />
      </div>
      <AttemptNotices attemptId={view.id} work={work} />
      <div className="grid flex-1 items-start gap-8 md:grid-cols-[minmax(0,1fr)_13rem]">
        <Questions view={view} work={work} place={place} />
        <aside className="flex flex-col gap-6 md:sticky md:top-32">
          <QuestionMap view={view} work={work} current={place.index} onGo={place.go} />
          <AttemptKeys />
        </aside>
      </div>
      <Steps
        view={view}
        work={work}
        index={place.index}
        onGo={place.go}
        onHandIn={() => {
          setAsking(true);
        }}
      />
      <SubmitDialog
        open={isAsking && work.phase === "working"}
        unanswered={unansweredNumbers(view, work)}
        flagged={flaggedNumbers(view, work)}
        total={view.questions.length}
        isPreview={isPreview}
        onClose={() => {
          setAsking(false);
        }}
        onSubmit={() => {
          setAsking(false);
          work.submit();
        }}
      />
    </div>
  );
}

type QuestionsProps = {
  view: AttemptView;
  work: AttemptWork;
  place: ReturnType<typeof usePlace>;
};

/** All the questions, or the one that is being answered. */
function Questions({ view, work, place }: QuestionsProps) {
  return (
    <form
      className="flex min-w-0 flex-col gap-10"
      onSubmit={(event) => {
        event.preventDefault();
        if (view.onePerPage) place.go(place.index + 1);
      }}
    >
      {shownQuestions(view, place.index).map(({ asked, index }) => (
        <div
          key={asked.position}
          onFocus={() => {
            if (!view.onePerPage) place.notice(index);
          }}
        >
          <SectionTitle view={view} index={index} />
          <AttemptQuestionCard
            asked={asked}
            number={index + 1}
            of={view.questions.length}
            work={work}
            aids={view.completionAids}
          />
        </div>
      ))}
    </form>
  );
}

const shownQuestions = (view: AttemptView, current: number) =>
  view.questions
    .map((asked, index) => ({ asked, index }))
    .filter(({ index }) => !view.onePerPage || index === current);

const flaggedNumbers = (view: AttemptView, { state }: AttemptWork): number[] =>
  view.questions.flatMap(({ position }, index) =>
    state.answers.get(position)?.current.flagged ? [index + 1] : [],
  );

/** Above the first question of each section that has a title. */
function SectionTitle({ view, index }: { view: AttemptView; index: number }) {
  const section = view.questions[index]?.section ?? 0;
  const isFirst = view.onePerPage || view.questions[index - 1]?.section !== section;
  const title = view.sections[section]?.title ?? "";
  if (!isFirst || title === "") return null;
  return <p className="mb-4 text-lg font-semibold">{title}</p>;
}

type StepsProps = {
  view: AttemptView;
  work: AttemptWork;
  index: number;
  onGo: (index: number) => void;
  onHandIn: () => void;
};

function Steps({ view, work, index, onGo, onHandIn }: StepsProps) {
  const isLast = index === view.questions.length - 1;
  const isBusy = work.phase !== "working";
  return (
    <ActionBar>
      <div className="flex flex-wrap items-center gap-2">
        {view.onePerPage ? (
          <>
            <Button
              aria-disabled={index === 0}
              onClick={() => {
                onGo(index - 1);
              }}
            >
              Back
            </Button>
            <Button
              look={isLast ? "plain" : "primary"}
              aria-disabled={isLast}
              onClick={() => {
                onGo(index + 1);
              }}
            >
              Next
            </Button>
          </>
        ) : null}
        <Button
          look={isLast || !view.onePerPage ? "primary" : "plain"}
          className="ms-auto"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onHandIn();
          }}
        >
          {isBusy ? "Handing in…" : "Hand in"}
        </Button>
      </div>
    </ActionBar>
  );
}
