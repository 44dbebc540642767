"use client";

import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from "react";
import { v7 as uuidV7 } from "uuid";

import type { Answer } from "@/lib/domain/questions/grade-answer";
import { viewOf } from "@/components/questions/registry";
import { wordsFor } from "@/components/study/failure-words";
import { Outbox, type Delivery } from "@/components/study/outbox";
import { reduceSession } from "@/components/study/reduce-session";
import { NEW_SESSION, type Session, type SessionParts } from "@/components/study/session";
import type { SessionQuery } from "@/components/study/session-query";
import { fetchQueue } from "@/components/study/study-api";
import { useCorrections } from "@/components/study/use-corrections";
import { useQuestionActions } from "@/components/study/use-question-actions";
import { useAnnounce } from "@/components/ui/announcer";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

const BATCH = 12;
/** Fetch the next batch while so many are still waiting: the learner never waits. */
const FETCH_BELOW = 4;
const LONGEST_MS = 3_600_000;

const reducer = reduceSession((question) => viewOf(question.kind).start(question.body));

type SessionOptions = { userId: string; query: SessionQuery };

export type StudySession = ReturnType<typeof useSession>;

/** The player's state and everything that can be done with it. */
export function useSession({ userId, query }: SessionOptions) {
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

  const now = useQueue({ session, dispatch, outbox, query });
  const submit = useSubmit({ session, dispatch, outbox, now });
  const parts = { session, dispatch };
  const corrections = useCorrections(parts);
  const actions = useQuestionActions(parts);

  return {
    session,
    /** Answers that wait for a connection. */
    waiting,
    /** The server's time. */
    now,
    submit,
    ...corrections,
    ...actions,
    draft: (draft: unknown) => {
      dispatch({ type: "changed", change: { draft } });
    },
    showHint: () => {
      dispatch({ type: "changed", change: { hintShown: true } });
    },
    goOn: () => {
      dispatch(isTimeUp(session, query, now()) ? { type: "ended" } : { type: "went-on" });
    },
    /** The line as it was, to be mended: practice, after which the date stays. */
    tryAgain: () => {
      if (session.asked) dispatch({ type: "tried-again", draft: session.asked.draft });
    },
    leaveLesson: (practice: QueueItem | null) => {
      dispatch({ type: "lesson-over", practice });
    },
    reload: () => {
      dispatch({ type: "load" });
    },
  };
}

const MINUTE_MS = 60_000;

/** A question that was begun is finished; a lesson that is due is not cut off either. */
function isTimeUp(session: Session, { minutes }: SessionQuery, now: Date): boolean {
  const { startedAt, fits, results, verdict } = session;
  if (minutes === null || startedAt === null || verdict?.lesson) return false;
  const isOver = now.getTime() - Date.parse(startedAt) >= minutes * MINUTE_MS;
  return isOver || (fits !== null && results.length >= fits);
}

/** Keeps questions at hand, and the server's time: answers are dated by it, also when given offline. */
function useQueue({
  session,
  dispatch,
  outbox,
  query,
}: SessionParts & { outbox: Outbox; query: SessionQuery }): () => Date {
  const clockOffsetMs = useRef(0);
  const fetching = useRef(false);
  const { phase, asked, upcoming, exhausted, startedAt } = session;

  const fetchMore = useEffectEvent(async () => {
    if (fetching.current) return;
    fetching.current = true;
    try {
      const onScreen = asked ? [asked.item, ...upcoming] : upcoming;
      const ids = onScreen.map((item) => item.question.id);
      const queue = await fetchQueue({
        limit: BATCH,
        exclude: [...ids, ...outbox.pendingQuestionIds()].slice(0, 200),
        ...requestOf(query),
        ...(startedAt === null ? {} : { startedAt }),
      });
      clockOffsetMs.current = Date.parse(queue.serverNow) - Date.now();
      const box = query.minutes;
      const fits = box === null ? {} : { fits: answersIn(box, queue.secondsPerAnswer) };
      dispatch({ type: "loaded", queue, asked: BATCH, ...fits });
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

const requestOf = ({ mode, drill, banks, domains, minutes }: SessionQuery) => ({
  mode,
  drill,
  timed: minutes !== null,
  ...(banks.length > 0 ? { banks } : {}),
  ...(domains.length > 0 ? { domains } : {}),
});

const answersIn = (minutes: number, secondsPerAnswer: number): number =>
  Math.max(1, Math.floor((minutes * 60) / secondsPerAnswer));

/** Sends an answer and waits for its verdict, however long the connection is away. */
function useSubmit({
  session: { asked, phase },
  dispatch,
  outbox,
  now,
}: SessionParts & { outbox: Outbox; now: () => Date }) {
  const announce = useAnnounce();
  const askedSince = useRef(0);
  const ticket = asked?.item.ticket;
  const tries = asked?.tries;
  useEffect(() => {
    askedSince.current = performance.now();
  }, [ticket, tries]);

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
        purpose: asked.first ? "retry" : asked.item.purpose,
        tries: asked.tries,
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

const lateWords = (delivery: Delivery): string =>
  delivery.status === "delivered"
    ? "An answer from before was sent and counted."
    : `An answer from before was not taken: ${delivery.error.message}`;
