"use client";

import { v7 as uuidV7 } from "uuid";

import { undoneWords } from "@/components/study/action-words";
import { changeReview, undoLast } from "@/components/study/study-api";
import { wordsFor } from "@/components/study/failure-words";
import { isOnItsWay, type SessionParts } from "@/components/study/session";
import { useAnnounce } from "@/components/ui/announcer";
import type { ChangeReview } from "@/lib/domain/study/answer-contract";

/** Second thoughts: another rating, own marks, taking back what was done last. */
export function useCorrections({ session: { phase, verdict }, dispatch }: SessionParts) {
  const announce = useAnnounce();
  const said = (text: string) => {
    announce(text, { visible: true });
  };

  return {
    change: async (body: ChangeReview): Promise<void> => {
      if (!verdict) return;
      try {
        dispatch({ type: "rerated", changed: await changeReview(verdict.review.id, body) });
      } catch (error) {
        said(wordsFor(error));
      }
    },
    /** `entryId` is what the learner sees as the last thing they did. False when nothing was taken back. */
    undo: async (entryId?: string): Promise<boolean> => {
      if (isOnItsWay({ phase })) return false;
      try {
        const { undone, item, changed } = await undoLast(uuidV7(), entryId);
        if (changed) dispatch({ type: "rerated", changed });
        else if (undone?.kind === "flag" || undone?.kind === "unflag") {
          const questionId = undone.questionId ?? "";
          dispatch({ type: "flagged", questionId, flagged: undone.kind === "unflag" });
        } else if (undone) dispatch({ type: "undone", reviewId: undone.reviewId, item });
        said(undoneWords(undone, item !== null));
        return undone !== null;
      } catch (error) {
        said(wordsFor(error));
        return false;
      }
    },
  };
}
