"use client";

import { useEffect, useEffectEvent, useState } from "react";

import { useLeaveWarning } from "@/components/form/use-leave-warning";
import { checkQuiz, saveQuiz } from "@/components/quizzes/builder/quiz-api";
import { Refused } from "@/components/study/api-client";
import type { QuizContent } from "@/lib/domain/quizzes/quiz-content";
import type { CheckedQuiz } from "@/lib/domain/quizzes/quiz-input";

export type QuizDraft = { id: string; title: string; version: number; content: QuizContent };

const PAUSE_MS = 500;

/** A quiz being changed: what is not saved yet, what it would ask, and saving its next version. */
export function useQuizDraft(quiz: QuizDraft) {
  const [draft, setDraft] = useState(quiz);
  const [saved, setSaved] = useState({ title: quiz.title, content: quiz.content });
  const [checked, setChecked] = useState<CheckedQuiz | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isChanged = draft.title !== saved.title || draft.content !== saved.content;

  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      checkQuiz(draft.content).then(
        (result) => {
          if (!isStale) setChecked(result);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [draft.content]);

  const save = async () => {
    setSaving(true);
    setError(null);
    const { id, title, version, content } = draft;
    try {
      const next = await saveQuiz(id, { version, title, content });
      setDraft((now) => ({ ...now, version: next.version }));
      setSaved({ title, content });
    } catch (failure) {
      setError(
        failure instanceof Refused
          ? failure.message
          : "There is no connection. Nothing is lost: save again when it is back.",
      );
    } finally {
      setSaving(false);
    }
  };

  useLeaveWarning(isChanged);
  useSaveKey(() => {
    if (isChanged && !isSaving) void save();
  });

  const change = (content: QuizContent) => {
    setDraft((now) => ({ ...now, content }));
  };
  const rename = (title: string) => {
    setDraft((now) => ({ ...now, title }));
  };
  return { draft, checked, isChanged, isSaving, error, save, change, rename };
}

function useSaveKey(save: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "s" || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    document.addEventListener("keydown", listener);
    return () => {
      document.removeEventListener("keydown", listener);
    };
  }, []);
}
