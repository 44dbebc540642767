"use client";

import { Flag } from "lucide-react";

import { ConflictChoice } from "@/components/quizzes/attempt/conflict-choice";
import type { AttemptWork } from "@/components/quizzes/attempt/use-attempt";
import { pointsText } from "@/components/quizzes/points-text";
import { Exhibits } from "@/components/questions/exhibits";
import { viewOf } from "@/components/questions/registry";
import { Button } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";
import type { AttemptQuestion } from "@/lib/domain/quizzes/attempt-contract";

type AttemptQuestionCardProps = {
  asked: AttemptQuestion;
  /** 1-based, among how many. */
  number: number;
  of: number;
  work: AttemptWork;
  aids: boolean;
};

export const promptIdOf = (position: number) => `question-${position + 1}`;

/** One question of an attempt and where it is answered. */
export function AttemptQuestionCard({ asked, number, of, work, aids }: AttemptQuestionCardProps) {
  const { question, position, points } = asked;
  const view = viewOf(question.kind);
  const promptId = promptIdOf(position);
  const sync = work.state.answers.get(position);
  const flagged = sync?.current.flagged ?? false;

  return (
    <section aria-label={`Question ${number} of ${of}`} className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-sm font-medium text-muted">
          Question {number} of {of}
          <span className="mx-1.5">·</span>
          {pointsText(points)}
        </h2>
        <Button
          look="quiet"
          size="small"
          aria-pressed={flagged}
          onClick={() => {
            work.saver.edit(position, { flagged: !flagged });
          }}
          className={flagged ? "text-partly!" : ""}
        >
          <Flag aria-hidden className={`size-4 ${flagged ? "fill-current" : ""}`} />
          {flagged ? "Flagged" : "Flag"}
        </Button>
      </div>
      <div id={promptId} tabIndex={-1} className="scroll-mt-32 text-lg outline-none">
        <Markdown text={question.prompt} />
      </div>
      <Exhibits exhibits={question.exhibits} />
      {sync?.conflict ? (
        <ConflictChoice
          asked={asked}
          mine={sync.current.answer}
          theirs={sync.conflict.kept.answer}
          onChoose={(choice) => {
            work.saver.choose(position, choice);
          }}
        />
      ) : (
        <view.Ask
          body={question.body}
          draft={work.draftOf(asked)}
          onChange={(draft) => {
            work.setDraft(asked, draft);
          }}
          disabled={!work.mayAnswer}
          promptId={promptId}
          aids={aids}
          inQuiz
        />
      )}
    </section>
  );
}
