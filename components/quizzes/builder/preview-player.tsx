"use client";

import { useMemo, useState } from "react";

import { AttemptPlayer } from "@/components/quizzes/attempt/attempt-player";
import type { AttemptBackend } from "@/components/quizzes/attempt/use-attempt";
import { judgePreview } from "@/components/quizzes/builder/quiz-api";
import { ReviewedQuestion } from "@/components/quizzes/result/reviewed-question";
import { LinkButton } from "@/components/ui/button";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import type { JudgedPreview } from "@/lib/domain/quizzes/quiz-input";

type Judged = { answers: ReadonlyMap<number, Answer | null>; result: JudgedPreview };

/** A quiz as a student takes it; nothing of it is kept. At the end the answers are judged. */
export function PreviewPlayer({ view, version }: { view: AttemptView; version: number }) {
  const [judged, setJudged] = useState<Judged | null>(null);
  const backend = useMemo(
    (): AttemptBackend => ({
      port: {
        save: (_position, { revision }) =>
          Promise.resolve({
            revision: revision + 1,
            serverNow: view.serverNow,
            deadlineAt: null,
          }),
        load: () => Promise.resolve(view),
      },
      status: null,
      submit: async (answers) => {
        setJudged({ answers, result: await judgePreview(view.id, version, answers) });
      },
      keepsOnDevice: false,
    }),
    [view, version],
  );
  if (!judged) return <AttemptPlayer view={view} backend={backend} isPreview />;
  return <JudgedQuestions view={view} judged={judged} />;
}

function JudgedQuestions({ view, judged }: { view: AttemptView; judged: Judged }) {
  const { answers, result } = judged;
  return (
    <div className="flex flex-col gap-6 py-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">{view.title}: the preview judged</h1>
        <LinkButton href={`/quizzes/${view.id}`}>Back to the quiz</LinkButton>
      </div>
      {view.questions.map(({ position, question }, index) => {
        const one = result.questions.find((each) => each.position === position);
        return (
          <ReviewedQuestion
            key={position}
            number={index + 1}
            points={one?.points ?? 0}
            question={question}
            given={{ answer: answers.get(position) ?? null }}
            verdict={
              one
                ? {
                    outcome: one.graded.outcome,
                    points: one.given,
                    reason: null,
                    comment: null,
                    findings: null,
                  }
                : null
            }
            solution={one ? { reveal: one.reveal, graded: one.graded, marks: null } : null}
          />
        );
      })}
    </div>
  );
}
