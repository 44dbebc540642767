"use client";

import { useState, useTransition } from "react";

import { firstFailure, formOf, type FormAction } from "@/components/form/form-action";
import type { ChangedMark } from "@/components/quizzes/appeals/changed-marks";
import type { ReviewedQuestionProps } from "@/components/quizzes/result/reviewed-question";

export type OpenAppeal = {
  id: string;
  name: string;
  userId: string;
  assignmentId: string;
  title: string;
  questionId: string;
  text: string;
  question: Omit<ReviewedQuestionProps, "number" | "children"> & { position: number };
  canJoinKey: boolean;
  mayAddEverywhere: boolean;
};

export type AcceptancePreview = {
  fingerprint: string;
  changes: ChangedMark[];
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
    // Whoever has gone on meanwhile stays where they are.
    setIndex((now) => (now === index ? Math.min(appeals.length - 1, index + 1) : now));
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

type Looked = { appealId: string; scope: KeyScope; preview: AcceptancePreview };

/** One call at a time, about the appeal that is looked at. */
function useCall(classId: string, appeal: OpenAppeal | undefined, onReply: () => void) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const call = <T>(
    action: FormAction<T>,
    fields: Readonly<Record<string, string>>,
    after: (value: T) => void,
  ) => {
    if (!appeal || pending) return;
    const form = formOf({ classId, appealId: appeal.id, ...fields });
    startTransition(async () => {
      const state = await action({ status: "idle" }, form);
      setFailure(firstFailure(state));
      onReply();
      if (state.status === "done") after(state.value);
    });
  };
  return { call, failure, setFailure, pending };
}

/** What is sent of the appeal that is looked at. */
function useSending(
  options: Options,
  appeal: OpenAppeal | undefined,
  onAnswered: (outcome: Outcome) => void,
) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const { call, failure, setFailure, pending } = useCall(options.classId, appeal, () => {
    // What was looked at is done, or does not hold any more.
    setLooked(null);
  });

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
    /** Of this appeal and scope: one that comes late is not shown beside another. */
    previewOf: (scope: KeyScope) =>
      looked?.scope === scope && looked.appealId === appeal?.id ? looked.preview : null,
    failure,
    pending,
    forgetPreview: () => {
      setFailure(null);
      setLooked(null);
    },
    refuse: (reply: string) => {
      answer(options.refuse, { reply }, "refused");
    },
    acceptWithPoints: (points: string, reply: string) => {
      answer(options.acceptWithPoints, { points, reply }, "accepted");
    },
    acceptIntoKey: (scope: KeyScope, reply: string) => {
      const fingerprint = looked?.preview.fingerprint ?? "";
      answer(options.acceptIntoKey, { scope, reply, fingerprint }, "accepted");
    },
    look: (scope: KeyScope) => {
      const appealId = appeal?.id ?? "";
      call(options.previewAcceptance, { scope }, (preview) => {
        setLooked({ appealId, scope, preview });
      });
    },
  };
}
