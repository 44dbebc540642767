import { SESSIONS, transact } from "@/components/offline/device-database";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

/** The questions of a session that was begun, as learners see them before they answer. */
export type KeptSession = {
  userId: string;
  /** "/study?bank=pod-phases" */
  address: string;
  items: QueueItem[];
  startedAt: string;
  /** How many answers fit into the time box; null without one. */
  fits: number | null;
  nextDueAt: string | null;
  /** The server's time less the device's. */
  clockOffsetMs: number;
  /** By the device's clock, in milliseconds. */
  keptAt: number;
};

/** Older ones ask what is long due for something else. */
const LONGEST_KEPT_MS = 7 * 86_400_000;

/** Where a browser keeps nothing there is none, and a session needs its connection. */
export async function findKeptSession(
  userId: string,
  address: string,
): Promise<KeptSession | null> {
  try {
    const kept = await transact(
      SESSIONS,
      "readonly",
      (store) => store.get([userId, address]) as IDBRequest<KeptSession | undefined>,
    );
    return kept && Date.now() - kept.keptAt < LONGEST_KEPT_MS ? kept : null;
  } catch {
    return null;
  }
}

/** A session that begins asks what it asks, and nothing of the one before at its address. */
export async function putKeptSession(session: KeptSession): Promise<void> {
  try {
    await transact(SESSIONS, "readwrite", (store) => store.put(session));
  } catch {
    // Full or blocked storage costs going on without a connection, nothing else.
  }
}

type Place = Pick<KeptSession, "userId" | "address">;

/** Questions fetched meanwhile: what is due again goes to the front, the rest of the session to the end. */
export async function addToKeptSession(
  { userId, address }: Place,
  items: readonly QueueItem[],
  where: "front" | "end",
): Promise<void> {
  const session = await findKeptSession(userId, address);
  if (!session) return;
  const added = new Set(items.map(({ question }) => question.id));
  const others = session.items.filter(({ question }) => !added.has(question.id));
  const all = where === "front" ? [...items, ...others] : [...others, ...items];
  await putKeptSession({ ...session, items: all });
}

/** It was answered, or is not to be asked any more. */
export async function dropKeptQuestion(questionId: string): Promise<void> {
  try {
    const sessions = await transact(
      SESSIONS,
      "readonly",
      (store) => store.getAll() as IDBRequest<KeptSession[]>,
    );
    for (const session of sessions) {
      const items = session.items.filter(({ question }) => question.id !== questionId);
      if (items.length < session.items.length) await putKeptSession({ ...session, items });
    }
  } catch {
    // Nothing is kept.
  }
}
