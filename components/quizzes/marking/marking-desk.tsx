"use client";

import { FormMessage } from "@/components/form/form-message";
import { GivenView } from "@/components/quizzes/given-view";
import { MarkFields } from "@/components/quizzes/marking/mark-fields";
import {
  useMarking,
  type AnswerForMarking,
  type MarkAction,
} from "@/components/quizzes/marking/use-marking";
import { OneByOne, useStepKeys } from "@/components/quizzes/one-by-one";
import { Exhibits } from "@/components/questions/exhibits";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { useKeys } from "@/components/study/use-keys";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";

type MarkingDeskProps = {
  classId: string;
  assignmentId: string;
  answers: readonly AnswerForMarking[];
  mark: MarkAction;
};

/** One answer after another: J and K go on and back, digits tick, Enter keeps, U undoes. */
export function MarkingDesk(props: MarkingDeskProps) {
  const work = useMarking(props);
  const { answers, answer, index, draft, pending, failure } = work;
  useMarkingKeys(work);
  if (!answer) return null;
  const waiting = answers.filter(({ score }) => score === null).length;
  return (
    <div className="flex flex-col gap-4">
      <OneByOne index={index} count={answers.length} go={work.go}>
        <Button size="small" look="quiet" disabled={!work.canUndo || pending} onClick={work.undo}>
          Undo
        </Button>
        <p aria-live="polite" className="text-sm text-muted tabular-nums">
          Answer {index + 1} of {answers.length};{" "}
          {waiting === 0 ? "all are marked" : `${waiting} to mark`}
        </p>
      </OneByOne>
      <MarkedAnswer answer={answer} number={index + 1} />
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          work.save();
        }}
      >
        <MarkFields answer={answer} draft={draft} onChange={work.setDraft} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" disabled={pending || draft.mark === null}>
            {pending ? "One moment…" : "Keep and go on"}
          </Button>
          <span className="text-sm text-muted">
            J next, K previous, 1–9 tick, Enter keeps, U undoes
          </span>
        </div>
        <FormMessage error={failure} />
      </form>
    </div>
  );
}

function MarkedAnswer({ answer, number }: { answer: AnswerForMarking; number: number }) {
  const { question, name, score, points, solution } = answer;
  return (
    <article
      aria-label={`Answer ${number}`}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{name ?? `Answer ${number}`}</h3>
        {score === null ? (
          <Badge>To be marked</Badge>
        ) : (
          <Badge tone="good">
            {Math.round(score * points * 100) / 100} of {points}
          </Badge>
        )}
      </div>
      <Markdown text={question.prompt} />
      <Exhibits exhibits={question.exhibits} />
      <GivenView
        key={`${answer.attemptId} ${answer.position}`}
        question={question}
        answer={answer.answer}
        labelledBy={`given-${number}`}
      />
      <details>
        <summary className="cursor-pointer text-sm font-medium">Model answer</summary>
        <div className="mt-2">
          {solution.kind === "open" ? (
            <Markdown text={solution.modelAnswer} />
          ) : (
            <QuestionVerdict
              kind={question.kind}
              body={question.body}
              given={null}
              solution={solution}
              marks={null}
              onMarks={null}
            />
          )}
        </div>
      </details>
    </article>
  );
}

function useMarkingKeys(work: ReturnType<typeof useMarking>): void {
  const [shortcuts] = useShortcutsSetting();
  const { answer, draft } = work;
  useStepKeys(work);
  const tick = (digit: number) => {
    const suggested = answer?.suggested ?? null;
    if (suggested === null) {
      const share = [0, 0.5, 1][digit];
      if (share !== undefined) work.setDraft({ mark: share });
      return share !== undefined;
    }
    const ticks = Array.isArray(draft.mark) ? draft.mark : suggested;
    if (digit >= ticks.length) return false;
    work.setDraft({ mark: ticks.map((ticked, at) => (at === digit ? !ticked : ticked)) });
    return true;
  };
  useKeys((key, { typing, pressable }) => {
    if (key === "Ctrl+Enter" || (key === "Enter" && !typing && !pressable)) {
      work.save();
      return true;
    }
    if (typing || !shortcuts) return false;
    if (/^[1-9]$/.test(key)) return tick(Number(key) - 1);
    if (key.toLowerCase() !== "u") return false;
    work.undo();
    return true;
  });
}
