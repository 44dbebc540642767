"use client";

import { useEffect, useRef, useState } from "react";

import type { AnswerSaver } from "@/components/quizzes/attempt/answer-saver";
import { promptIdOf } from "@/components/quizzes/attempt/attempt-question";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";

/** Where somebody is in an attempt. Going elsewhere saves, counts the time, and takes the focus there. */
export function usePlace(view: AttemptView, saver: AnswerSaver) {
  const [index, setIndex] = useState(0);
  const moved = useRef(false);
  const since = useRef(0);
  const position = view.questions[index]?.position ?? 0;

  useEffect(() => {
    since.current = performance.now();
    return () => {
      saver.spend(position, performance.now() - since.current);
    };
  }, [position, saver]);

  useEffect(() => {
    if (!moved.current) return;
    const prompt = document.getElementById(promptIdOf(position));
    prompt?.focus({ preventScroll: true });
    if (view.onePerPage) window.scrollTo({ top: 0 });
    else prompt?.scrollIntoView({ block: "start" });
  }, [position, view.onePerPage]);

  const go = (wanted: number) => {
    if (wanted < 0 || wanted >= view.questions.length) return;
    saver.spend(position, performance.now() - since.current);
    since.current = performance.now();
    void saver.flush();
    moved.current = true;
    setIndex(wanted);
  };

  /** Where the focus is, when all questions are on one page. */
  const notice = (at: number) => {
    moved.current = false;
    setIndex(at);
  };

  return { index, go, notice };
}
