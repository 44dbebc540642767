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

/**
 * A session as its page shows it, on the server too: with the first of the questions that
 * came with the page. Without them, or where they begin with something else than a
 * question, it is a new one that loads.
 */
export function openingSession(
  first: QueueResponse | null,
  query: SessionQuery,
  reduce: (session: Session, event: SessionEvent) => Session,
): Session {
  if (!first || begunWith.has(first.serverNow)) return NEW_SESSION;
  const session = reduce(NEW_SESSION, loadedEvent(first, query));
  return session.phase === "asking" ? { ...session, phase: "opening" } : NEW_SESSION;
}

/**
 * The questions that came with the page, so that a session begins without asking for
 * them; null when it has begun with them already: going back shows a page as it came. It
 * was made without knowing of the answers that wait on this device.
 */
export function takeFirstBatch(
  first: QueueResponse | null,
  pendingIds: readonly string[],
): QueueResponse | null {
  if (!first || begunWith.has(first.serverNow)) return null;
  begunWith.add(first.serverNow);
  const items = first.items.filter(({ question }) => !pendingIds.includes(question.id));
  return { ...first, items };
}
