"use client";

import { v7 as uuidV7 } from "uuid";

import { dropKeptQuestion } from "@/components/offline/kept-sessions";
import { doneWords } from "@/components/study/action-words";
import { actOnQuestion } from "@/components/study/study-api";
import { wordsFor } from "@/components/study/failure-words";
import { isOnItsWay, type SessionParts } from "@/components/study/session";
import { useAnnounce } from "@/components/ui/announcer";
import type { QuestionAction } from "@/lib/domain/study/action-contract";

/** What one does with the question on screen besides answering it. */
export function useQuestionActions({ session: { asked, phase }, dispatch }: SessionParts) {
  const announce = useAnnounce();
  const item = asked?.item ?? null;

  const act = async (kind: QuestionAction): Promise<void> => {
    if (!item || isOnItsWay({ phase })) return;
    const questionId = item.question.id;
    try {
      const { recorded } = await actOnQuestion({ id: uuidV7(), questionId, kind });
      if (kind === "flag" || kind === "unflag") {
        dispatch({ type: "flagged", questionId, flagged: kind === "flag" });
      } else {
        dispatch({ type: "left-out", questionId });
        void dropKeptQuestion(questionId);
      }
      announce(doneWords(kind, recorded), { visible: true });
    } catch (error) {
      announce(wordsFor(error), { visible: true });
    }
  };

  return {
    act,
    toggleFlag: () => act(item?.flagged ? "unflag" : "flag"),
  };
}
