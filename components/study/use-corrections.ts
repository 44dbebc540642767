"use client";

import { v7 as uuidV7 } from "uuid";

import { undoneWords } from "@/components/study/action-words";
import { changeReview, undoLast } from "@/components/study/study-api";
import { wordsFor } from "@/components/study/failure-words";
import { addToKeptSession } from "@/components/offline/kept-sessions";
import type { Outbox } from "@/components/offline/outbox";
import type { SessionParts } from "@/components/study/session";
import { useAnnounce } from "@/components/ui/announcer";
import type { ChangeReview } from "@/lib/domain/study/answer-contract";

type CorrectionsOptions = SessionParts & {
  outbox: Outbox;
  userId: string;
  address: string;
};

/** Second thoughts: another rating, own marks, taking back what was done last. */
export function useCorrections(options: CorrectionsOptions) {
  const { session, dispatch } = options;
  const { phase, verdict } = session;
  const announce = useAnnounce();
  const said = (text: string) => {
    announce(text, { visible: true });
  };

  /** An answer that has not arrived is the last thing done, wherever the server is. */
  const takeBackWaiting = async (): Promise<boolean> => {
    const answer = await options.outbox.takeBackLast();
    if (!answer) return false;
    const { item } = answer;
    dispatch({ type: "undone", reviewId: answer.id, item });
    said(
      item ? "Answer taken back. Here is the question again." : "The second try was taken back.",
    );
    if (item) await addToKeptSession(options, [item], "front");
    return true;
  };

  const takeBackLast = async (entryId?: string): Promise<boolean> => {
    const { undone, item, changed } = await undoLast(uuidV7(), entryId);
    if (changed) dispatch({ type: "rerated", changed });
    else if (undone?.kind === "flag" || undone?.kind === "unflag") {
      const questionId = undone.questionId ?? "";
      dispatch({ type: "flagged", questionId, flagged: undone.kind === "unflag" });
    } else if (undone) dispatch({ type: "undone", reviewId: undone.reviewId, item });
    said(undoneWords(undone, item !== null));
    return undone !== null;
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
      if (phase === "sending") return false;
      try {
        return (
          (entryId === undefined && (await takeBackWaiting())) || (await takeBackLast(entryId))
        );
      } catch (error) {
        said(wordsFor(error));
        return false;
      }
    },
  };
}
