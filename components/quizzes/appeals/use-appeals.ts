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
  const { classId, appeals } = options;
  const [index, setIndex] = useState(0);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [preview, setPreview] = useState<AcceptancePreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const appeal = appeals[index];

  const go = (to: number) => {
    setFailure(null);
    setPreview(null);
    setIndex(Math.max(0, Math.min(appeals.length - 1, to)));
  };

  const formOf = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    const values = { classId, appealId: appeal?.id ?? "", ...fields };
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    return form;
  };

  const send = (
    action: FormAction<Answered>,
    fields: Readonly<Record<string, string>>,
    outcome: Outcome,
  ) => {
    if (!appeal || pending) return;
    startTransition(async () => {
      const state = await action({ status: "idle" }, formOf(fields));
      setFailure(failureOf(state));
      if (state.status !== "done") {
        // What was looked at does not hold any more.
        setPreview(null);
        return;
      }
      const was = state.value.status === "answered" ? outcome : "answered by somebody else";
      setOutcomes((all) => new Map(all).set(appeal.id, was));
      go(index + 1);
    });
  };

  return {
    appeal,
    index,
    preview,
    failure,
    pending,
    outcomes,
    outcome: appeal ? (outcomes.get(appeal.id) ?? null) : null,
    go,
    forgetPreview: () => {
      setPreview(null);
    },
    refuse: (reply: string) => {
      send(options.refuse, { reply }, "refused");
    },
    acceptWithPoints: (points: string, reply: string) => {
      send(options.acceptWithPoints, { points, reply }, "accepted");
    },
    acceptIntoKey: (scope: KeyScope, reply: string) => {
      const fingerprint = preview?.fingerprint ?? "";
      send(options.acceptIntoKey, { scope, reply, fingerprint }, "accepted");
    },
    look: (scope: KeyScope) => {
      startTransition(async () => {
        const state = await options.previewAcceptance({ status: "idle" }, formOf({ scope }));
        setFailure(failureOf(state));
        setPreview(state.status === "done" ? state.value : null);
      });
    },
  };
}

/** The first thing that was wrong, where there is no field to say it beside. */
function failureOf(state: Parameters<typeof formFailure>[0]): string | null {
  if (state.status !== "invalid") return formFailure(state);
  return Object.values(state.fields).flat()[0] ?? formFailure(state);
}
