import {
  addToKeptSession,
  putKeptSession,
  type KeptSession,
} from "@/components/offline/kept-sessions";
import { fetchQueue, type QueueCall } from "@/components/study/study-api";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

/** The server hands out at most so many at once, and is told to leave out at most so many. */
const BATCH = 50;
const MOST_QUESTIONS = 200;

type SessionRequest = Omit<QueueCall, "limit" | "exclude">;

/** Keeps what the session holds, beyond the questions at hand too, so that it can be finished offline: all of it. */
export async function keepWholeSession(
  session: KeptSession,
  request: SessionRequest,
): Promise<QueueItem[]> {
  await putKeptSession(session);
  const wanted = Math.min(session.fits ?? MOST_QUESTIONS, MOST_QUESTIONS);
  const ids = new Set(session.items.map(({ question }) => question.id));
  const more: QueueItem[] = [];
  while (ids.size < wanted) {
    const limit = Math.min(BATCH, wanted - ids.size);
    const { items } = await fetchQueue({ ...request, limit, exclude: [...ids] });
    for (const { question } of items) ids.add(question.id);
    more.push(...items);
    if (items.length < limit) break;
  }
  await addToKeptSession(session, more, "end");
  return [...session.items, ...more];
}
