"use client";

import {
  useCallback,
  useEffect,
  useEffectEvent,
  useReducer,
  useRef,
  useState,
  type Dispatch,
} from "react";
import { v7 as uuidV7 } from "uuid";

import type { Answer } from "@/lib/domain/questions/grade-answer";
import { viewOf } from "@/components/questions/registry";
import { Refused } from "@/components/study/api-client";
import { Outbox, type Delivery } from "@/components/study/outbox";
import {
  NEW_SESSION,
  reduceSession,
  type Session,
  type SessionEvent,
} from "@/components/study/session";
import { changeReview, fetchQueue, undoLast } from "@/components/study/study-api";
import { useAnnounce } from "@/components/ui/announcer";
import type { ChangeReview } from "@/lib/domain/study/answer-contract";

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

export type StudySession = ReturnType<typeof useSession>;

/** The player's state and everything that can be done with it. */
export function useSession({ userId, banks }: SessionOptions) {
  const [session, dispatch] = useReducer(reducer, NEW_SESSION);
  const [waiting, setWaiting] = useState(0);
  const announce = useAnnounce();
  const [outbox] = useState(
    () =>
      new Outbox(userId, {
        onWaiting: setWaiting,
        onLateDelivery: (delivery) => {
          announce(lateWords(delivery), { visible: true });
        },
      }),
  );
  useEffect(() => {
    outbox.resume();
  }, [outbox]);

  const now = useQueue({ session, dispatch, outbox, banks });
  const submit = useSubmit({ session, dispatch, outbox, now });
  const corrections = useCorrections({ session, dispatch });

  return {
    session,
    /** Answers that wait for a connection. */
    waiting,
    /** The server's time. */
    now,
    submit,
    ...corrections,
    draft: (draft: unknown) => {
      dispatch({ type: "changed", change: { draft } });
    },
    showHint: () => {
      dispatch({ type: "changed", change: { hintShown: true } });
    },
    goOn: () => {
      dispatch({ type: "went-on" });
    },
    reload: () => {
      dispatch({ type: "load" });
    },
  };
}

type Parts = { session: Session; dispatch: Dispatch<SessionEvent> };

/** Keeps questions at hand, and the server's time: answers are dated by it, also when given offline. */
function useQueue({
  session,
  dispatch,
  outbox,
  banks,
}: Parts & { outbox: Outbox; banks: string[] }): () => Date {
  const clockOffsetMs = useRef(0);
  const fetching = useRef(false);
  const { phase, asked, upcoming, exhausted } = session;

  const fetchMore = useEffectEvent(async () => {
    if (fetching.current) return;
    fetching.current = true;
    try {
      const onScreen = asked ? [asked.item, ...upcoming] : upcoming;
      const ids = onScreen.map((item) => item.question.id);
      const queue = await fetchQueue({
        limit: BATCH,
        exclude: [...ids, ...outbox.pendingQuestionIds()].slice(0, 200),
        ...(banks.length > 0 ? { banks } : {}),
      });
      clockOffsetMs.current = Date.parse(queue.serverNow) - Date.now();
      dispatch({ type: "loaded", queue, asked: BATCH });
    } catch (error) {
      dispatch({ type: "broke", problem: wordsFor(error) });
    } finally {
      fetching.current = false;
    }
  });

  const runsLow = !exhausted && upcoming.length < FETCH_BELOW;
  const wantsMore = phase === "loading" || (runsLow && phase !== "broken" && phase !== "done");
  useEffect(() => {
    if (wantsMore) void fetchMore();
  }, [wantsMore, upcoming.length]);

  return useCallback(() => new Date(Date.now() + clockOffsetMs.current), []);
}

/** Sends an answer and waits for its verdict, however long the connection is away. */
function useSubmit({
  session: { asked, phase },
  dispatch,
  outbox,
  now,
}: Parts & { outbox: Outbox; now: () => Date }) {
  const announce = useAnnounce();
  const askedSince = useRef(0);
  const ticket = asked?.item.ticket;
  useEffect(() => {
    askedSince.current = performance.now();
  }, [ticket]);

  return async (answer: Answer): Promise<void> => {
    if (!asked || phase !== "asking") return;
    const id = uuidV7();
    const durationMs = Math.round(performance.now() - askedSince.current);
    dispatch({ type: "sent", answerId: id });
    const delivery = await outbox.send(
      {
        id,
        ticket: asked.item.ticket,
        answer,
        durationMs: Math.min(LONGEST_MS, durationMs),
        usedHint: asked.hintShown,
        purpose: "study",
        tries: 1,
      },
      now().toISOString(),
    );
    if (delivery.status === "delivered") {
      dispatch({ type: "judged", answerId: id, answer, response: delivery.response });
    } else {
      dispatch({ type: "refused", answerId: id });
      announce(delivery.error.message, { visible: true });
    }
  };
}

/** Second thoughts: another rating, own marks, taking an answer back. */
function useCorrections({ session: { phase, verdict }, dispatch }: Parts) {
  const announce = useAnnounce();
  const said = (text: string) => {
    announce(text, { visible: true });
  };

  return {
    async change(body: ChangeReview): Promise<void> {
      if (!verdict) return;
      try {
        dispatch({ type: "rerated", changed: await changeReview(verdict.review.id, body) });
      } catch (error) {
        said(wordsFor(error));
      }
    },
    async undo(): Promise<void> {
      if (phase === "sending") return;
      try {
        const { undone, item } = await undoLast(uuidV7());
        if (undone) dispatch({ type: "undone", reviewId: undone.reviewId, item });
        if (!undone) said("There is no answer to take back.");
        else if (item) said("Answer taken back. Here is the question again.");
        else said("Answer taken back. Its question is no longer asked.");
      } catch (error) {
        said(wordsFor(error));
      }
    },
  };
}

const lateWords = (delivery: Delivery): string =>
  delivery.status === "delivered"
    ? "An answer from before was sent and counted."
    : `An answer from before was not taken: ${delivery.error.message}`;
