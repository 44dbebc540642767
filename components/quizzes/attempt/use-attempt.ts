"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";

import { AnswerSaver, type AttemptPort } from "@/components/quizzes/attempt/answer-saver";
import { UnsavedAnswers } from "@/components/quizzes/attempt/unsaved-answers";
import { useServerClock } from "@/components/quizzes/attempt/use-server-clock";
import { viewOf } from "@/components/questions/registry";
import { Refused, Unreachable } from "@/components/study/api-client";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { AttemptStatus, AttemptView } from "@/lib/domain/quizzes/attempt-contract";

/** What an attempt is taken against: the server, or a preview that keeps nothing. */
export type AttemptBackend = {
  port: AttemptPort;
  status: (() => Promise<AttemptStatus>) | null;
  /** Hands in; shows the result by itself, or the page is loaded again. */
  submit: (answers: ReadonlyMap<number, Answer | null>) => Promise<void>;
  keepsOnDevice: boolean;
};

export type Phase = "working" | "submitting" | "waiting" | "over";

/** What was typed of an answer, and what is kept of it. */
type Draft = { draft: unknown; answer: Answer | null };

const RETRY_MS = 2_000;

export function useAttempt(view: AttemptView, backend: AttemptBackend) {
  const { timing, heard } = useServerClock(view, backend.status);
  const [saver] = useState(
    () =>
      new AnswerSaver(
        view,
        backend.port,
        backend.keepsOnDevice ? new UnsavedAnswers(view.id) : null,
        heard,
      ),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  useSavesOnLeaving(saver);
  const handIn = useHandIn(backend, saver);

  const draftOf = useCallback(
    (question: AttemptView["questions"][number]): unknown => {
      const { position, question: asked } = question;
      const answer = saver.state().answers.get(position)?.current.answer ?? null;
      const known = drafts.get(position);
      if (known?.answer === answer) return known.draft;
      const kind = viewOf(asked.kind);
      return answer === null || "gaveUp" in answer
        ? kind.start(asked.body)
        : kind.resume(answer, asked.body);
    },
    [drafts, saver],
  );

  const setDraft = (question: AttemptView["questions"][number], draft: unknown) => {
    const { position, question: asked } = question;
    const answer = viewOf(asked.kind).toKeep(draft, asked.body);
    setDrafts((before) => new Map(before).set(position, { draft, answer }));
    saver.edit(position, { answer });
  };

  const isRunning = useIsRunning();
  const isClosed = state.refusal !== null || handIn.phase === "over" || timing.isSubmitted;
  const mayAnswer = isRunning && !isClosed;
  return { state, timing, saver, draftOf, setDraft, mayAnswer, ...handIn };
}

const noChanges = () => () => undefined;

/** False in the page as it was sent: what is typed before it runs would be lost. */
const useIsRunning = () =>
  useSyncExternalStore(
    noChanges,
    () => true,
    () => false,
  );

export type AttemptWork = ReturnType<typeof useAttempt>;

/** Leaving a field, the tab or the page saves at once; coming back online does too. */
function useSavesOnLeaving(saver: AnswerSaver): void {
  useEffect(() => {
    const flush = () => void saver.flush();
    const leave = () => void saver.flush({ keepalive: true });
    const onHidden = () => {
      if (document.visibilityState === "hidden") leave();
    };
    saver.restore();
    flush();
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", onHidden);
      leave();
    };
  }, [saver]);
}

function useHandIn(backend: AttemptBackend, saver: AnswerSaver) {
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>("working");
  const started = useRef(false);

  /** Saves what can be saved, then hands in; without a connection tries again until it is back. */
  const run = useCallback(
    async ({ isOver }: { isOver: boolean }) => {
      if (started.current) return;
      started.current = true;
      setPhase(isOver ? "over" : "submitting");
      for (;;) {
        const outcome = await tryToHandIn(backend, saver, isOver);
        if (outcome === "done") break;
        if (outcome === "stopped") {
          started.current = false;
          setPhase("working");
          return;
        }
        if (!isOver) setPhase("waiting");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
      saver.close();
      router.refresh();
    },
    [backend, router, saver],
  );

  const acts = useMemo(
    () => ({
      submit: () => void run({ isOver: false }),
      timeIsOver: () => void run({ isOver: true }),
    }),
    [run],
  );
  return { phase, ...acts };
}

/** "later" when it is worth trying again; what has stopped it stays so until somebody does something. */
type HandedIn = "done" | "later" | "stopped";

async function tryToHandIn(
  backend: AttemptBackend,
  saver: AnswerSaver,
  isOver: boolean,
): Promise<HandedIn> {
  const isAllSaved = await saver.flush();
  if (isAllSaved || isOver) return sent(backend, saver);
  // A choice between two versions is the person's, as long as there is time for it.
  if (hasConflict(saver)) return "stopped";
  return saver.state().refusal === null ? "later" : sent(backend, saver);
}

const hasConflict = (saver: AnswerSaver) =>
  [...saver.state().answers.values()].some(({ conflict }) => conflict !== null);

async function sent(backend: AttemptBackend, saver: AnswerSaver): Promise<HandedIn> {
  const answers = new Map(
    [...saver.state().answers].map(([position, { current }]) => [position, current.answer]),
  );
  try {
    await backend.submit(answers);
    return "done";
  } catch (error) {
    if (error instanceof Unreachable) return "later";
    if (!(error instanceof Refused)) throw error;
    if (error.status >= 500) return "later";
    saver.refuse(error.message);
    return "stopped";
  }
}
