"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { v7 as uuidV7 } from "uuid";

import { loadDraft, saveDraft } from "@/components/author/editor/author-api";
import { forgetText, keepText } from "@/components/author/editor/kept-text";
import { Refused } from "@/components/study/api-client";
import type { QuestionRef, StoredDraft } from "@/lib/domain/authoring/editor-contract";

export type SaveState = "saved" | "waiting" | "saving" | "away" | "conflict" | "refused";

/** The draft as the server had it last. */
export type DraftBase = {
  draftId: string | null;
  revision: number;
  baseVersion: number;
  source: string;
};

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;

/** Saves what is written a moment after each change; never over what another tab has saved. */
export function useDraft(ref: QuestionRef, start: DraftBase, text: string) {
  const [base, setBase] = useState(start);
  const [state, setState] = useState<SaveState>("saved");
  const [theirs, setTheirs] = useState<StoredDraft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<Promise<DraftBase | null> | null>(null);
  const isChanged = text !== base.source;

  const refused = async (error: unknown): Promise<null> => {
    if (!(error instanceof Refused)) {
      setState("away");
      return null;
    }
    setProblem(error.message);
    setState(error.code === "conflict" ? "conflict" : "refused");
    if (error.code === "conflict") setTheirs(await loadDraft(ref).catch(() => null));
    return null;
  };

  const save = async (on: DraftBase, source: string): Promise<DraftBase | null> => {
    const draftId = on.draftId ?? uuidV7();
    setState("saving");
    try {
      const { revision, baseVersion } = on;
      const saved = await saveDraft(ref, { draftId, revision, baseVersion, source });
      const next = { draftId, revision: saved.revision, baseVersion, source };
      setBase(next);
      setState("saved");
      setTheirs(null);
      setProblem(null);
      forgetText(ref);
      return next;
    } catch (error) {
      return refused(error);
    }
  };

  /** One save at a time: each is made on what the one before it gave. */
  const saveNow = (on: DraftBase = base): Promise<DraftBase | null> => {
    const before = running.current ?? Promise.resolve(on);
    const next = before.then((last) =>
      last === null
        ? null
        : last.source === text && last.draftId !== null
          ? last
          : save(last, text),
    );
    running.current = next;
    void next.finally(() => {
      if (running.current === next) running.current = null;
    });
    return next;
  };

  const onPause = useEffectEvent(() => {
    if (isChanged && state !== "conflict" && running.current === null) void saveNow();
  });
  useEffect(() => {
    const wait = state === "away" ? AGAIN_MS : PAUSE_MS;
    const timer = setTimeout(() => {
      onPause();
      if (state === "away") setAttempt((count) => count + 1);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [text, base, state, attempt]);

  useEffect(() => {
    if (isChanged) keepText(ref, { source: text, ...keyOf(base) });
  }, [isChanged, text, base, ref]);
  useLeaveWarning(isChanged);

  return {
    base,
    isChanged,
    state: state === "saved" && isChanged ? ("waiting" as const) : state,
    theirs,
    problem,
    saveNow,
    /** Goes on from what another tab has saved, with this tab's text or theirs. */
    goOnFrom: (stored: StoredDraft) => {
      const next = baseOf(stored);
      setBase(next);
      setTheirs(null);
      setProblem(null);
      setState("saved");
      return next;
    },
    /** After it was published: the next change begins another draft. */
    published: (version: number) => {
      setBase({ draftId: null, revision: 0, baseVersion: version, source: text });
      setState("saved");
      forgetText(ref);
    },
  };
}

const keyOf = ({ draftId, revision, baseVersion }: DraftBase) => ({
  draftId,
  revision,
  baseVersion,
});

export const baseOf = ({ draft, version, published }: StoredDraft): DraftBase =>
  draft ?? { draftId: null, revision: 0, baseVersion: version, source: published ?? "" };

function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [isChanged]);
}
