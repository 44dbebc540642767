"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { v7 as uuidV7 } from "uuid";

import type { Answer } from "@/lib/domain/questions/grade-answer";
import { viewOf } from "@/components/questions/registry";
import { Refused } from "@/components/study/api-client";
import { Outbox, type Delivery } from "@/components/study/outbox";
import { NEW_SESSION, reduceSession } from "@/components/study/session";
import { changeReview, fetchQueue, undoLast } from "@/components/study/study-api";
import { useAnnounce } from "@/components/ui/announcer";
import type { AnswerRequest, ChangeReview } from "@/lib/domain/study/answer-contract";

const BATCH = 12;
/** Fetch the next batch while so many are still waiting: the learner never waits. */
const FETCH_BELOW = 4;
const LONGEST_MS = 3_600_000;

const reducer = reduceSession((question) => viewOf(question.kind).start(question.body));

const wordsFor = (error: unknown): string =>
  error instanceof Refused
    ? error.message
    : "There is no connection to the server. Check your network and try again.";

type SessionOptions = { userId: string; banks: string[] };

/** The player's state and everything that can be done with it. */
export function useSession({ userId, banks }: SessionOptions) {
  const [session, dispatch] = useReducer(reducer, NEW_SESSION);
  const [waiting, setWaiting] = useState(0);
  const announce = useAnnounce();
  const fetching = useRef(false);
  /** The server's clock less ours: answers are dated by the server's, also when given offline. */
  const clockOffsetMs = useRef(0);
  const askedSince = useRef(0);

  const [outbox] = useState(
    () =>
      new Outbox(userId, {
        onWaiting: setWaiting,
        onLateDelivery: (delivery) => {
          announce(lateWords(delivery), { visible: true });
        },
      }),
  );

  const { asked, upcoming } = session;
  const load = useCallback(async () => {
    if (fetching.current) return;
    fetching.current = true;
    try {
      const onScreen = asked ? [asked.item, ...upcoming] : upcoming;
      const exclude = [
        ...onScreen.map((item) => item.question.id),
        ...outbox.pendingQuestionIds(),
      ].slice(0, 200);
      const queue = await fetchQueue({
        limit: BATCH,
        exclude,
        ...(banks.length > 0 ? { banks } : {}),
      });
      clockOffsetMs.current = Date.parse(queue.serverNow) - Date.now();
      dispatch({ type: "loaded", queue, asked: BATCH });
    } catch (error) {
      dispatch({ type: "broke", problem: wordsFor(error) });
    } finally {
      fetching.current = false;
    }
  }, [asked, banks, outbox, upcoming]);

  const wantsMore =
    session.phase === "loading" || (!session.exhausted && upcoming.length < FETCH_BELOW);
  useEffect(() => {
    if (wantsMore && session.phase !== "broken" && session.phase !== "done") void load();
  }, [wantsMore, session.phase, load]);

  useEffect(() => {
    outbox.resume();
  }, [outbox]);

  const questionKey = asked?.item.ticket;
  useEffect(() => {
    askedSince.current = performance.now();
  }, [questionKey]);

  const now = useCallback(() => new Date(Date.now() + clockOffsetMs.current), []);

  async function submit(answer: Answer): Promise<void> {
    if (!asked || session.phase !== "asking") return;
    const id = uuidV7();
    const request: AnswerRequest = {
      id,
      ticket: asked.item.ticket,
      answer,
      durationMs: Math.min(LONGEST_MS, Math.round(performance.now() - askedSince.current)),
      usedHint: asked.hintShown,
      tries: 1,
    };
    dispatch({ type: "sent", answerId: id });
    const delivery = await outbox.send(request, now().toISOString());
    if (delivery.status === "delivered") {
      dispatch({ type: "judged", answerId: id, answer, response: delivery.response });
    } else {
      dispatch({ type: "refused", answerId: id });
      announce(delivery.error.message, { visible: true });
    }
  }

  async function change(body: ChangeReview): Promise<void> {
    const reviewId = session.verdict?.review.id;
    if (!reviewId) return;
    try {
      dispatch({ type: "rerated", changed: await changeReview(reviewId, body) });
    } catch (error) {
      announce(wordsFor(error), { visible: true });
    }
  }

  async function undo(): Promise<void> {
    if (session.phase === "sending") return;
    try {
      const { undone, item } = await undoLast(uuidV7());
      if (!undone) {
        announce("There is no answer to take back.", { visible: true });
        return;
      }
      dispatch({ type: "undone", reviewId: undone.reviewId, item });
      announce(
        item
          ? "Answer taken back. Here is the question again."
          : "Answer taken back. Its question is no longer asked.",
        { visible: true },
      );
    } catch (error) {
      announce(wordsFor(error), { visible: true });
    }
  }

  return {
    session,
    /** Answers that wait for a connection. */
    waiting,
    now,
    draft: (draft: unknown) => {
      dispatch({ type: "drafted", draft });
    },
    showHint: () => {
      dispatch({ type: "hinted" });
    },
    submit,
    goOn: () => {
      dispatch({ type: "went-on" });
    },
    change,
    undo,
    reload: () => {
      dispatch({ type: "load" });
    },
  };
}

const lateWords = (delivery: Delivery): string =>
  delivery.status === "delivered"
    ? "An answer from before was sent and counted."
    : `An answer from before was not taken: ${delivery.error.message}`;
