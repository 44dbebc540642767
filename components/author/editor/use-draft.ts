"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { v7 as uuidV7 } from "uuid";

import { loadDraft, saveDraft } from "@/components/author/editor/author-api";
import { forgetText, keepText } from "@/components/author/editor/kept-text";
import { useLeaveWarning } from "@/components/form/use-leave-warning";
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
  const saving = useSaving(ref, start);
  const { base, state, isRunning, inTurn, settle } = saving;
  const isChanged = text !== base.source;

  const saveNow = () => inTurn(text);
  useAutosave({ text, base, state }, () => {
    if (isChanged && state !== "conflict" && !isRunning()) void saveNow();
  });
  useEffect(() => {
    if (isChanged) keepText(ref, { source: text, ...keyOf(base) });
  }, [isChanged, text, base, ref]);
  useLeaveWarning(isChanged);

  return {
    ...saving,
    isChanged,
    state: state === "saved" && isChanged ? ("waiting" as const) : state,
    saveNow,
    /** Goes on from what another tab has saved, with this tab's text or theirs. */
    goOnFrom: (stored: StoredDraft) => {
      settle(baseOf(stored));
    },
    /** After it was published: the next change begins another draft. */
    published: (version: number) => {
      settle({ draftId: null, revision: 0, baseVersion: version, source: text });
      forgetText(ref);
    },
  };
}

/** One save of a text on what the server had last, and what came of it. */
function useSaving(ref: QuestionRef, start: DraftBase) {
  const [base, setBase] = useState(start);
  const [state, setState] = useState<SaveState>("saved");
  const [theirs, setTheirs] = useState<StoredDraft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** A save that is sent again must name the same new draft. */
  const newId = useRef<string | null>(null);
  /** Texts that were sent without a reply: the server may have one of them. */
  const sent = useRef<string[]>([]);

  const settle = (next: DraftBase) => {
    if (next.draftId === null) newId.current = null;
    sent.current = [];
    setBase(next);
    setState("saved");
    setTheirs(null);
    setProblem(null);
  };
  const refused = async (error: unknown): Promise<null> => {
    if (!(error instanceof Refused)) {
      setState("away");
      return null;
    }
    const isConflict = error.code === "conflict";
    const stored = isConflict ? await loadDraft(ref).catch(() => null) : null;
    if (stored?.draft && sent.current.includes(stored.draft.source)) {
      settle(stored.draft);
      return null;
    }
    setProblem(error.message);
    setTheirs(stored);
    setState(isConflict ? "conflict" : "refused");
    return null;
  };
  const save = async (on: DraftBase, source: string): Promise<DraftBase | null> => {
    const draftId = on.draftId ?? (newId.current ??= uuidV7());
    const { revision, baseVersion } = on;
    setState("saving");
    try {
      const saved = await saveDraft(ref, { draftId, revision, baseVersion, source });
      const next = { draftId, revision: saved.revision, baseVersion, source };
      settle(next);
      forgetText(ref);
      return next;
    } catch (error) {
      if (!(error instanceof Refused)) sent.current = [...sent.current, source];
      return refused(error);
    }
  };
  return { base, state, theirs, problem, settle, ...useTurns(base, save) };
}

/** One save at a time: each is made on what the one before it gave. */
function useTurns(
  base: DraftBase,
  save: (on: DraftBase, source: string) => Promise<DraftBase | null>,
) {
  const running = useRef<Promise<DraftBase | null> | null>(null);
  const inTurn = (text: string): Promise<DraftBase | null> => {
    const before = running.current ?? Promise.resolve(base);
    const next = before.then((last) => {
      if (last === null) return null;
      return last.source === text && last.draftId !== null ? last : save(last, text);
    });
    running.current = next;
    void next.finally(() => {
      if (running.current === next) running.current = null;
    });
    return next;
  };
  return { isRunning: () => running.current !== null, inTurn };
}

/** A moment after each change, and again and again while the server cannot be reached. */
function useAutosave(
  { text, base, state }: { text: string; base: DraftBase; state: SaveState },
  save: () => void,
): void {
  const [attempt, setAttempt] = useState(0);
  const onPause = useEffectEvent(save);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        onPause();
        if (state === "away") setAttempt((count) => count + 1);
      },
      state === "away" ? AGAIN_MS : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [text, base, state, attempt]);
}

const keyOf = ({ draftId, revision, baseVersion }: DraftBase) => ({
  draftId,
  revision,
  baseVersion,
});

export const baseOf = ({ draft, version, published }: StoredDraft): DraftBase =>
  draft ?? { draftId: null, revision: 0, baseVersion: version, source: published ?? "" };
