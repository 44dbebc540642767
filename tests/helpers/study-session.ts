/** Sittings of the player as values, for tests. */
import { reduceSession } from "@/components/study/reduce-session";
import { NEW_SESSION, type Session, type SessionEvent } from "@/components/study/session";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";

type Loaded = Extract<SessionEvent, { type: "loaded" }>;

export const reduce = reduceSession(() => "empty");
export const after = (...events: SessionEvent[]): Session => events.reduce(reduce, NEW_SESSION);

export const anItem = (slug: string, reason: QueueItem["reason"] = "new"): QueueItem => ({
  question: {
    id: `bank/${slug}`,
    version: 1,
    bank: "bank",
    kind: "open",
    prompt: slug,
    exhibits: [],
    hint: null,
    difficulty: "easy",
    competencies: [],
    kubernetes: null,
    body: { kind: "open" },
  },
  ticket: { questionId: `bank/${slug}`, version: 1, occurrence: 0 },
  reason,
  purpose: "study",
  state: "new",
  recall: null,
  flagged: false,
  lesson: false,
});

export const EMPTY_DAY = {
  learning: 0,
  due: 0,
  newLeftToday: 5,
  dueLaterToday: 0,
  reviewedToday: 0,
};

export const loaded = (...items: QueueItem[]): Loaded => ({
  type: "loaded",
  asked: 12,
  queue: {
    items,
    counts: { ...EMPTY_DAY, new: items.length },
    nextDueAt: null,
    left: items.length,
    secondsPerAnswer: 35,
    serverNow: "2026-03-02T12:00:00Z",
  } satisfies QueueResponse,
});

export const onScreen = (session: Session) => session.asked?.item.question.prompt;
