"use client";

import { useCallback, useEffect, useState } from "react";

import { adjusted, serverTimeAt, type ServerClock } from "@/lib/domain/quizzes/server-clock";

type ServerWord = {
  serverNow: string;
  deadlineAt: string | null;
  state?: "open" | "submitted";
};

/** The page may have waited before it ran: what it was told is that much older, and no worse. */
const FIRST_READING_MS = 30_000;
const ASK_EVERY_MS = 60_000;
/** A slow answer says the time too roughly: it is asked again, ever later, as the server may be busy. */
const ROUGH_MS = 400;
const ASK_AGAIN_MS = 2_000;
const MOST_TIMES_AGAIN = 5;

export type Timing = {
  clock: ServerClock;
  deadlineMs: number | null;
  /** Handed in, as far as the server has said: from elsewhere, or by itself. */
  isSubmitted: boolean;
};

/**
 * The server's time and the deadline, by what the server last said of them. `ask` is
 * called at once, each minute, and whenever the tab comes back or is online again.
 */
export function useServerClock(first: ServerWord, ask: (() => Promise<ServerWord>) | null) {
  const [timing, setTiming] = useState<Timing>(() => ({
    clock: adjusted(null, {
      serverMs: Date.parse(first.serverNow),
      askedAt: performance.now() - FIRST_READING_MS,
      answeredAt: performance.now() + FIRST_READING_MS,
    }),
    deadlineMs: toMs(first.deadlineAt),
    isSubmitted: first.state === "submitted",
  }));

  const heard = useCallback(({ serverNow, deadlineAt, state }: ServerWord, askedAt: number) => {
    const answeredAt = performance.now();
    setTiming(({ clock, isSubmitted }) => ({
      clock: adjusted(clock, { serverMs: Date.parse(serverNow), askedAt, answeredAt }),
      deadlineMs: toMs(deadlineAt),
      isSubmitted: isSubmitted || state === "submitted",
    }));
  }, []);

  useEffect(() => {
    if (!ask) return;
    let again = 0;
    const listen = () => {
      const askedAt = performance.now();
      void ask().then(
        (word) => {
          heard(word, askedAt);
          if (performance.now() - askedAt < ROUGH_MS || again >= MOST_TIMES_AGAIN) return;
          setTimeout(listen, ASK_AGAIN_MS * 2 ** again);
          again += 1;
        },
        () => undefined, // Without a connection the last word counts.
      );
    };
    listen();
    const timer = setInterval(listen, ASK_EVERY_MS);
    const onVisible = () => {
      if (document.visibilityState === "visible") listen();
    };
    window.addEventListener("online", listen);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", listen);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [ask, heard]);

  return { timing, heard };
}

/** Milliseconds until the deadline; null without one. */
export const leftOf = ({ clock, deadlineMs }: Timing): number | null =>
  deadlineMs === null ? null : deadlineMs - serverTimeAt(clock, performance.now());

const toMs = (at: string | null) => (at === null ? null : Date.parse(at));
