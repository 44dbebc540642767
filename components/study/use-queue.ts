"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";

import {
  addToKeptSession,
  findKeptSession,
  type KeptSession,
} from "@/components/offline/kept-sessions";
import type { Outbox } from "@/components/offline/outbox";
import { Unreachable } from "@/components/study/api-client";
import { wordsFor } from "@/components/study/failure-words";
import type { SessionParts } from "@/components/study/session";
import {
  BATCH,
  requestOf,
  sessionAddress,
  type SessionQuery,
} from "@/components/study/session-query";
import { loadedEvent, takeFirstBatch } from "@/components/study/first-batch";
import { fetchQueue } from "@/components/study/study-api";
import type { QueueResponse } from "@/lib/domain/study/queue-contract";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

/** Fetch the next batch while so many are still waiting: the learner never waits. */
const FETCH_BELOW = 4;
const MOST_EXCLUDED = 200;
/** What is needed for the first question goes first. */
const KEEP_AFTER_MS = 3_000;

type QueueOptions = SessionParts & {
  userId: string;
  /** What came with the page; null when it is not to be used. */
  first: QueueResponse | null;
  build: string;
  outbox: Outbox;
  query: SessionQuery;
  loadScreens: (questions: readonly PublicQuestion[]) => Promise<unknown>;
};

type Settable = { current: number };

/** Keeps questions at hand, and the server's time: answers are dated by it, also when given offline. */
export function useQueue(options: QueueOptions): () => Date {
  const { session, dispatch, userId, first, outbox, query } = options;
  const clockOffsetMs = useRef(0);
  const fetching = useRef(false);
  const { phase, asked, upcoming, exhausted, startedAt } = session;
  const address = sessionAddress(query);
  const setClock = (serverNow: string) => {
    clockOffsetMs.current = Date.parse(serverNow) - Date.now();
  };

  const goOnOffline = async (error: unknown) => {
    const kept = error instanceof Unreachable ? await findKeptSession(userId, address) : null;
    if (!kept) {
      dispatch({ type: "broke", problem: wordsFor(error) });
      return;
    }
    if (startedAt === null) clockOffsetMs.current = kept.clockOffsetMs;
    const pending = new Set(await outbox.pendingQuestionIds());
    const items = kept.items.filter(({ question }) => !pending.has(question.id));
    dispatch({ type: "kept-items", kept: { ...kept, items } });
  };

  const fetchMore = useEffectEvent(async () => {
    if (fetching.current) return;
    fetching.current = true;
    try {
      const onScreen = asked ? [asked.item, ...upcoming] : upcoming;
      const ids = onScreen.map((item) => item.question.id);
      const pending = await outbox.pendingQuestionIds();
      const queue =
        takeFirstBatch(first, pending) ??
        (await fetchQueue({
          limit: BATCH,
          exclude: [...ids, ...pending].slice(0, MOST_EXCLUDED),
          ...requestOf(query),
          ...(startedAt === null ? {} : { startedAt }),
        }));
      setClock(queue.serverNow);
      dispatch(loadedEvent(queue, query));
      if (startedAt !== null) void addToKeptSession({ userId, address }, queue.items, "front");
    } catch (error) {
      await goOnOffline(error);
    } finally {
      fetching.current = false;
    }
  });

  const runsLow = !exhausted && upcoming.length < FETCH_BELOW;
  const isWaiting = phase === "loading";
  const wantsMore = isWaiting || (runsLow && phase !== "broken" && phase !== "done");
  useEffect(() => {
    if (wantsMore) void fetchMore();
  }, [wantsMore, isWaiting, upcoming.length]);

  useOpening(options, setClock);
  useKeptForOffline(options, address, clockOffsetMs);
  return useCallback(() => new Date(Date.now() + clockOffsetMs.current), []);
}

/** The first question takes an answer once it is known what waits on this device. */
function useOpening(
  { session, dispatch, first, outbox }: QueueOptions,
  setClock: (serverNow: string) => void,
): void {
  const open = useEffectEvent(async () => {
    const pending = await outbox.pendingQuestionIds();
    const queue = takeFirstBatch(first, pending);
    if (queue) setClock(queue.serverNow);
    dispatch({ type: "opened", pending });
  });
  const isOpening = session.phase === "opening";
  useEffect(() => {
    if (isOpening) void open();
  }, [isOpening]);
}

/** Once a session has begun: its page and its questions are kept, in case the connection goes. */
function useKeptForOffline(
  { session, userId, build, query, loadScreens }: QueueOptions,
  address: string,
  clockOffsetMs: Settable,
): void {
  const { startedAt, resumed } = session;
  const keep = useEffectEvent(async (begun: string) => {
    const { phase, asked, upcoming, fits, nextDueAt } = session;
    const isOpen = asked && (phase === "asking" || phase === "lesson");
    const items = isOpen ? [asked.item, ...upcoming] : upcoming;
    const kept: KeptSession = {
      ...{ userId, address, items, fits, nextDueAt },
      startedAt: begun,
      clockOffsetMs: clockOffsetMs.current,
      keptAt: Date.now(),
    };
    const [{ keepWholeSession }, { keepStudyPage }] = await Promise.all([
      import("@/components/offline/keep-session"),
      import("@/components/offline/keep-study-page"),
    ]);
    const request = { ...requestOf(query), startedAt: begun };
    const all = await keepWholeSession(kept, request);
    const questions = all.map(({ question }) => question);
    await keepStudyPage({ build, address, loadScreens: () => loadScreens(questions) });
  });
  useEffect(() => {
    if (startedAt === null || resumed) return;
    const timer = setTimeout(() => {
      // What cannot be kept now is kept next time: a session never fails for it.
      keep(startedAt).catch(() => undefined);
    }, KEEP_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [startedAt, resumed]);
}
