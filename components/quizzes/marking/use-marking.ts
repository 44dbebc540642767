"use client";

import { useState, useTransition } from "react";

import { firstFailure, formOf, type FormAction } from "@/components/form/form-action";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { Solution } from "@/lib/domain/questions/reveal";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

/** Ticks on marking points, a share of the points, or null for none yet. */
export type Mark = boolean[] | number | null;

export type AnswerForMarking = {
  userId: string;
  attemptId: string;
  position: number;
  name: string | null;
  question: PublicQuestion;
  answer: Answer | null;
  solution: Solution;
  suggested: boolean[] | null;
  points: number;
  score: number | null;
  marks: boolean[] | null;
  comment: string;
  gradedAt: string;
};

export type MarkAction = FormAction<{ gradedAt: string; score: number | null }>;

type MarkingOptions = {
  classId: string;
  assignmentId: string;
  answers: readonly AnswerForMarking[];
  mark: MarkAction;
};

type Draft = { mark: Mark; comment: string };
type Change = { index: number; before: Draft };

/** A list of answers, the one that is looked at, and what was done to them, to be undone. */
export function useMarking({ classId, assignmentId, answers: given, mark }: MarkingOptions) {
  const [answers, setAnswers] = useState(given);
  const [index, setIndex] = useState(() => firstWaiting(given));
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const [done, setDone] = useState<readonly Change[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const answer = answers[index];
  const draft = drafts.get(index) ?? (answer ? draftOf(answer) : { mark: null, comment: "" });

  const go = (to: number) => {
    setFailure(null);
    setIndex(Math.max(0, Math.min(answers.length - 1, to)));
  };

  const setDraft = (change: Partial<Draft>) => {
    setDrafts((all) => new Map(all).set(index, { ...draft, ...change }));
  };

  const send = (at: number, next: Draft, after: () => void) => {
    const target = answers[at];
    if (!target || pending) return;
    const form = formOf({ classId, assignmentId, ...fieldsOf(target, next) });
    startTransition(async () => {
      const state = await mark({ status: "idle" }, form);
      setFailure(firstFailure(state));
      if (state.status !== "done") return;
      setAnswers((all) => all.map((one, i) => (i === at ? marked(one, next, state.value) : one)));
      setDrafts((all) => new Map([...all].filter(([i]) => i !== at)));
      after();
    });
  };

  const seen = { answers, answer, index, draft, pending, failure, canUndo: done.length > 0 };
  return {
    ...seen,
    go,
    setDraft,
    save: () => {
      if (!answer || draft.mark === null) return;
      const before = { mark: markOf(answer), comment: answer.comment };
      send(index, draft, () => {
        setDone((all) => [...all, { index, before }]);
        go(index + 1);
      });
    },
    undo: () => {
      const last = done.at(-1);
      if (!last) return;
      send(last.index, last.before, () => {
        setDone((all) => all.slice(0, -1));
        go(last.index);
      });
    },
  };
}

const firstWaiting = (answers: readonly AnswerForMarking[]): number =>
  Math.max(
    0,
    answers.findIndex(({ score }) => score === null),
  );

const fieldsOf = (answer: AnswerForMarking, { mark, comment }: Draft) => ({
  userId: answer.userId,
  attemptId: answer.attemptId,
  position: answer.position,
  gradedAt: answer.gradedAt,
  mark: JSON.stringify(mark),
  comment,
});

/** As it was marked; null while it is not. */
const markOf = ({ score, marks, suggested }: AnswerForMarking): Mark =>
  score === null ? null : suggested ? (marks ?? suggested) : score;

const draftOf = (answer: AnswerForMarking): Draft => ({
  mark: markOf(answer) ?? answer.suggested,
  comment: answer.comment,
});

function marked(
  answer: AnswerForMarking,
  { mark, comment }: Draft,
  { gradedAt, score }: { gradedAt: string; score: number | null },
): AnswerForMarking {
  return { ...answer, gradedAt, score, comment, marks: Array.isArray(mark) ? mark : null };
}
