"use client";

import { useState, useTransition } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import type { ReviewedQuestionProps } from "@/components/quizzes/result/reviewed-question";

export type OpenAppeal = {
  id: string;
  name: string;
  title: string;
  questionId: string;
  text: string;
  question: Omit<ReviewedQuestionProps, "number" | "children">;
  canJoinKey: boolean;
  mayAddEverywhere: boolean;
};

export type AcceptancePreview = {
  fingerprint: string;
  changes: {
    name: string;
    assignment: string;
    before: number | null;
    after: number | null;
    most: number;
  }[];
  assignments: string[];
  classes: string[] | null;
};

export type Answered = { status: "answered" | "was-answered" };
export type KeyScope = "classes" | "everywhere";

export type AppealActions = {
  refuse: FormAction<Answered>;
  acceptWithPoints: FormAction<Answered>;
  previewAcceptance: FormAction<AcceptancePreview>;
  acceptIntoKey: FormAction<Answered>;
};

type Options = AppealActions & { classId: string; appeals: readonly OpenAppeal[] };

type Outcome = "accepted" | "refused" | "answered by somebody else";

/** A list of appeals, the one that is looked at, and what was answered to them. */
export function useAppeals(options: Options) {
  const { appeals } = options;
  const [index, setIndex] = useState(0);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const appeal = appeals[index];
  const sending = useSending(options, appeal, (outcome) => {
    if (appeal) setOutcomes((all) => new Map(all).set(appeal.id, outcome));
    setIndex(Math.min(appeals.length - 1, index + 1));
  });
  return {
    ...sending,
    appeal,
    index,
    outcomes,
    outcome: appeal ? (outcomes.get(appeal.id) ?? null) : null,
    go: (to: number) => {
      sending.forgetPreview();
      setIndex(Math.max(0, Math.min(appeals.length - 1, to)));
    },
  };
}

/** What is sent of the appeal that is looked at. */
function useSending(
  options: Options,
  appeal: OpenAppeal | undefined,
  onAnswered: (outcome: Outcome) => void,
) {
  const [preview, setPreview] = useState<AcceptancePreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  const call = <T>(
    action: FormAction<T>,
    fields: Readonly<Record<string, string>>,
    after: (value: T) => void,
  ) => {
    if (!appeal || pending) return;
    const form = formOf({ classId: options.classId, appealId: appeal.id, ...fields });
    startTransition(async () => {
      const state = await action({ status: "idle" }, form);
      setFailure(failureOf(state));
      // What was looked at is done, or does not hold any more.
      setPreview(null);
      if (state.status === "done") after(state.value);
    });
  };

  const answer = (
    action: FormAction<Answered>,
    fields: Readonly<Record<string, string>>,
    outcome: Outcome,
  ) => {
    call(action, fields, ({ status }) => {
      onAnswered(status === "answered" ? outcome : "answered by somebody else");
    });
  };

  return {
    preview,
    failure,
    pending,
    forgetPreview: () => {
      setFailure(null);
      setPreview(null);
    },
    refuse: (reply: string) => {
      answer(options.refuse, { reply }, "refused");
    },
    acceptWithPoints: (points: string, reply: string) => {
      answer(options.acceptWithPoints, { points, reply }, "accepted");
    },
    acceptIntoKey: (scope: KeyScope, reply: string) => {
      const fingerprint = preview?.fingerprint ?? "";
      answer(options.acceptIntoKey, { scope, reply, fingerprint }, "accepted");
    },
    look: (scope: KeyScope) => {
      call(options.previewAcceptance, { scope }, setPreview);
    },
  };
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The first thing that was wrong, where there is no field to say it beside. */
function failureOf(state: Parameters<typeof formFailure>[0]): string | null {
  if (state.status !== "invalid") return formFailure(state);
  return Object.values(state.fields).flat()[0] ?? formFailure(state);
}
