"use client";

import { useEffect, useReducer, useRef } from "react";
import { v7 as uuidV7 } from "uuid";

import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import { viewOf } from "@/components/questions/registry";
import { dropKeptQuestion } from "@/components/offline/kept-sessions";
import type { Outbox } from "@/components/offline/outbox";
import { useOutbox } from "@/components/offline/use-outbox";
import { openingSession } from "@/components/study/first-batch";
import { reduceSession } from "@/components/study/reduce-session";
import type { Session, SessionParts } from "@/components/study/session";
import { sessionAddress, type SessionQuery } from "@/components/study/session-query";
import { useCorrections } from "@/components/study/use-corrections";
import { useQuestionActions } from "@/components/study/use-question-actions";
import { useQueue } from "@/components/study/use-queue";
import { useAnnounce } from "@/components/ui/announcer";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";

const LONGEST_MS = 3_600_000;

const reducer = reduceSession((question) => viewOf(question.kind).start(question.body));

type SessionOptions = {
  userId: string;
  /** Names the build that the page is of. */
  build: string;
  query: SessionQuery;
  /** The questions that came with the page; null when it was kept for later. */
  first: QueueResponse | null;
  /** Handed in from above: the screens know the session, which must not know them. */
  loadScreens: (questions: readonly PublicQuestion[]) => Promise<unknown>;
  loadVerdict: () => Promise<void>;
};

export type StudySession = ReturnType<typeof useSession>;

/** The player's state and everything that can be done with it. */
export function useSession(options: SessionOptions) {
  const { userId, build, query, first, loadScreens, loadVerdict } = options;
  const [session, dispatch] = useReducer(reducer, null, () =>
    openingSession(first, query, reducer),
  );
  const { outbox, view } = useOutbox(userId);
  const now = useQueue({ session, dispatch, userId, build, first, outbox, query, loadScreens });
  const submit = useSubmit({ session, dispatch, outbox, now, loadVerdict });
  const parts = { session, dispatch };
  const corrections = useCorrections({ ...parts, outbox, userId, address: sessionAddress(query) });
  const actions = useQuestionActions(parts);

  return {
    session,
    /** Answers on this device that the server does not have. */
    waiting: view.waiting,
    offline: view.offline,
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

type SubmitOptions = SessionParts &
  Pick<SessionOptions, "loadVerdict"> & { outbox: Outbox; now: () => Date };

/** Sends an answer and waits for its verdict, however long the connection is away. */
function useSubmit({
  session: { asked, phase },
  dispatch,
  outbox,
  now,
  loadVerdict,
}: SubmitOptions) {
  const announce = useAnnounce();
  const askedSince = useRef(0);
  /** The answer whose question is still on screen. */
  const awaited = useRef<string | null>(null);
  const ticket = asked?.item.ticket;
  const tries = asked?.tries;
  useEffect(() => {
    askedSince.current = performance.now();
    awaited.current = null;
  }, [ticket, tries]);

  return async (answer: Answer): Promise<void> => {
    if (!asked || phase !== "asking") return;
    const { question, ticket: variant, purpose } = asked.item;
    const id = uuidV7();
    const durationMs = Math.round(performance.now() - askedSince.current);
    awaited.current = id;
    dispatch({ type: "sent", answerId: id });
    void dropKeptQuestion(question.id);
    const request = {
      id,
      ticket: variant,
      answer,
      durationMs: Math.min(LONGEST_MS, durationMs),
      usedHint: asked.hintShown,
      purpose: asked.first ? ("retry" as const) : purpose,
      tries: asked.tries,
      answeredAt: now().toISOString(),
    };
    const delivery = await outbox.give(
      { request, question, item: asked.first ? null : asked.item },
      () => {
        dispatch({ type: "kept", answerId: id });
      },
    );
    if (delivery.status === "delivered") {
      // Until what shows it is here too, the question stays; should that fail, the screen says so.
      await loadVerdict().catch(() => undefined);
      dispatch({ type: "judged", answerId: id, answer, response: delivery.response });
    } else {
      dispatch({ type: "refused", answerId: id });
    }
    // What nobody saw stays in the list of answers that were graded meanwhile.
    if (awaited.current !== id) return;
    if (delivery.status === "refused") announce(delivery.reason, { visible: true });
    await outbox.forget([id]);
  };
}
