import { NEW_SESSION, type Session, type SessionEvent } from "@/components/study/session";
import { BATCH, type SessionQuery } from "@/components/study/session-query";
import type { QueueResponse } from "@/lib/domain/study/queue-contract";

type Loaded = Extract<SessionEvent, { type: "loaded" }>;

export function loadedEvent(queue: QueueResponse, { minutes }: SessionQuery): Loaded {
  const fits = minutes === null ? {} : { fits: answersIn(minutes, queue.secondsPerAnswer) };
  return { type: "loaded", queue, asked: BATCH, ...fits };
}

const answersIn = (minutes: number, secondsPerAnswer: number): number =>
  Math.max(1, Math.floor((minutes * 60) / secondsPerAnswer));

/** Batches that sessions of this visit began with, by when they were made. */
const begunWith = new Set<string>();

/** Going back shows a page as it came: what came with it was answered since. */
export const isFresh = ({ serverNow }: QueueResponse): boolean => !begunWith.has(serverNow);

export const noteBegun = ({ serverNow }: QueueResponse): void => {
  begunWith.add(serverNow);
};

type Reduce = (session: Session, event: SessionEvent) => Session;

/** The session as it begins: with the questions that came with the page, so that the first one is there at once. */
export const beginSession = (
  reduce: Reduce,
  first: QueueResponse | null,
  query: SessionQuery,
): Session => (first ? reduce(NEW_SESSION, loadedEvent(first, query)) : NEW_SESSION);
