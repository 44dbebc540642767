import { expect, test } from "vitest";

import {
  NEW_SESSION,
  questionsLeft,
  reduceSession,
  type Session,
  type SessionEvent,
} from "@/components/study/session";
import type { AnswerResponse } from "@/lib/domain/study/answer-contract";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";

const reduce = reduceSession(() => "empty");
const after = (...events: SessionEvent[]): Session => events.reduce(reduce, NEW_SESSION);

const anItem = (slug: string, reason: QueueItem["reason"] = "new"): QueueItem => ({
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
  state: "new",
  recall: null,
});

const DAY = { learning: 0, due: 0, newLeftToday: 5, dueLaterToday: 0, reviewedToday: 0 };

const loaded = (...items: QueueItem[]): SessionEvent => ({
  type: "loaded",
  asked: 12,
  queue: {
    items,
    counts: { ...DAY, new: items.length },
    nextDueAt: null,
    serverNow: "2026-03-02T12:00:00Z",
  } satisfies QueueResponse,
});

const judged = (slug: string, answerId: string): SessionEvent => ({
  type: "judged",
  answerId,
  answer: { kind: "open", gaveUp: true },
  response: {
    review: { id: answerId, questionId: `bank/${slug}`, outcome: "gave-up" },
    counts: { ...DAY, newLeftToday: 4 },
  } as unknown as AnswerResponse,
});

const onScreen = (session: Session) => session.asked?.item.question.prompt;

test("the first question of a batch is asked, the others wait", () => {
  const session = after(loaded(anItem("a"), anItem("b")));
  expect([session.phase, onScreen(session), session.upcoming.length]).toEqual(["asking", "a", 1]);
});

test("an empty batch ends the sitting", () => {
  expect(after(loaded()).phase).toBe("done");
});

test("what is due again goes before what waited", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    loaded(anItem("c"), anItem("again", "learning")),
  );
  expect(session.upcoming.map(({ question }) => question.prompt)).toEqual(["again", "b", "c"]);
});

test("a question that waits already is not queued twice", () => {
  const session = after(loaded(anItem("a"), anItem("b")), loaded(anItem("a"), anItem("b")));
  expect(session.upcoming).toHaveLength(1);
});

test("a verdict is shown for the question on screen", () => {
  const session = after(loaded(anItem("a")), { type: "sent", answerId: "1" }, judged("a", "1"));
  expect([session.phase, session.results[0]?.outcome]).toEqual(["verdict", "gave-up"]);
});

test("a verdict that comes late is counted without disturbing the next question", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    { type: "went-on" },
    judged("a", "1"),
  );
  expect([session.phase, onScreen(session)]).toEqual(["asking", "b"]);
  expect(session.results[0]?.outcome).toBe("gave-up");
});

test("an answer that the server refuses stays on screen and is not counted", () => {
  const session = after(
    loaded(anItem("a")),
    { type: "sent", answerId: "1" },
    { type: "refused", answerId: "1" },
  );
  expect([session.phase, session.results.length]).toEqual(["asking", 0]);
});

test("after the last question the server is asked for more", () => {
  const session = after(loaded(anItem("a")), { type: "sent", answerId: "1" }, judged("a", "1"), {
    type: "went-on",
  });
  expect(session.phase).toBe("loading");
});

test("a failed fetch does not take away the question on screen", () => {
  expect(after(loaded(anItem("a")), { type: "broke", problem: "gone" }).phase).toBe("asking");
  expect(after({ type: "broke", problem: "gone" }).phase).toBe("broken");
});

test("an answer taken back is asked again, and what was on screen follows it", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    judged("a", "1"),
    { type: "went-on" },
    { type: "undone", reviewId: "1", item: anItem("a") },
  );
  expect([onScreen(session), session.upcoming[0]?.question.prompt]).toEqual(["a", "b"]);
  expect(session.results).toEqual([]);
});

test("new questions that are left never exceed what the day allows", () => {
  const session = after(
    loaded(...Array.from({ length: 8 }, (_, index) => anItem(`q${index}`))),
    { type: "sent", answerId: "1" },
    judged("q0", "1"),
  );
  expect(questionsLeft(session)).toBe(4);
});
