import { expect, test } from "vitest";

import { questionsLeft, type SessionEvent } from "@/components/study/session";
import type { AnswerResponse } from "@/lib/domain/study/answer-contract";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import { after, anItem, EMPTY_DAY, loaded, onScreen, reduce } from "@/tests/helpers/study-session";

type Judged = Extract<SessionEvent, { type: "judged" }>;

const judged = (slug: string, answerId: string): Judged => ({
  type: "judged",
  answerId,
  answer: { kind: "open", gaveUp: true },
  response: {
    review: { id: answerId, questionId: `bank/${slug}`, outcome: "gave-up" },
    counts: { ...EMPTY_DAY, newLeftToday: 4 },
  } as unknown as AnswerResponse,
});

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

test("an answer that waits is taken back: its question is on screen again, and counts as not answered", () => {
  const kept = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    { type: "kept", answerId: "1" },
  );
  const session = reduce(kept, { type: "undone", reviewId: "1", item: anItem("a") });
  expect([session.phase, onScreen(session), session.results.length]).toEqual(["asking", "a", 0]);
  expect(session.upcoming.map(({ question }) => question.prompt)).toEqual(["b"]);
});

test("a second try that waits is taken back to the verdict of the first", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    judged("a", "1"),
    { type: "tried-again", draft: "mended" },
    { type: "sent", answerId: "2" },
    { type: "kept", answerId: "2" },
    { type: "undone", reviewId: "2", item: null },
  );
  expect([session.phase, session.verdict?.review.id]).toEqual(["verdict", "1"]);
});

test("what is left is what waits here and what the server still holds", () => {
  const batch = loaded(...Array.from({ length: 8 }, (_, index) => anItem(`q${index}`)));
  const more = { ...batch, queue: { ...batch.queue, left: 20 } };
  const session = after(more, { type: "sent", answerId: "1" }, judged("q0", "1"));
  expect(questionsLeft(session)).toBe(19);
});

test("a time box holds as many questions as fit, whatever else waits", () => {
  const batch = loaded(...Array.from({ length: 8 }, (_, index) => anItem(`q${index}`)));
  const session = after({ ...batch, fits: 3 }, { type: "sent", answerId: "1" }, judged("q0", "1"), {
    type: "went-on",
  });
  expect(questionsLeft(session)).toBe(2);
  expect(after(batch, { type: "ended" }).phase).toBe("done");
});

const lessonItem = { ...anItem("leech", "due"), lesson: true };

test("a question that was forgotten too often is gone through first, and asked a few questions later", () => {
  const lesson = after(loaded(lessonItem, anItem("a"), anItem("b"), anItem("c"), anItem("d")));
  expect([lesson.phase, onScreen(lesson)]).toEqual(["lesson", "leech"]);
  const tried = reduce(lesson, { type: "lesson-over", practice: anItem("practice") });
  expect([tried.phase, onScreen(tried)]).toEqual(["asking", "practice"]);
  expect(tried.upcoming.map(({ question }) => question.prompt)).toEqual([
    "a",
    "b",
    "c",
    "leech",
    "d",
  ]);
  expect(tried.upcoming[3]?.lesson).toBe(false);
});

test("an answer that makes a lesson leads to the lesson, and not to the next question", () => {
  const answered = after(loaded(anItem("a"), anItem("b")), { type: "sent", answerId: "1" });
  const verdict = judged("a", "1");
  const session = reduce(
    reduce(answered, { ...verdict, response: { ...verdict.response, lesson: true } }),
    { type: "went-on" },
  );
  expect([session.phase, onScreen(session)]).toEqual(["lesson", "a"]);
  const left = reduce(session, { type: "lesson-over", practice: null });
  expect([onScreen(left), left.upcoming]).toEqual(["b", []]);
});

test("a second try keeps the line and the first verdict, and is no result of its own", () => {
  const first = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    judged("a", "1"),
  );
  const again = reduce(first, { type: "tried-again", draft: "my line" });
  expect(again).toMatchObject({ phase: "asking", asked: { draft: "my line", tries: 2 } });
  const second = [{ type: "sent", answerId: "2" } as const, judged("a", "2")].reduce(reduce, again);
  expect([second.phase, second.results.length]).toEqual(["verdict", 1]);
  const undone = reduce(second, { type: "undone", reviewId: "2", item: null });
  expect(undone.verdict?.review.id).toBe("1");
});

test("a question that is set aside leaves the screen, or the row of those that wait", () => {
  const session = after(loaded(anItem("a"), anItem("b"), anItem("c")));
  expect(onScreen(reduce(session, { type: "left-out", questionId: "bank/a" }))).toBe("b");
  const waiting = reduce(session, { type: "left-out", questionId: "bank/b" });
  expect([onScreen(waiting), waiting.upcoming.length]).toEqual(["a", 1]);
});

test("a flag shows on the question it was set on", () => {
  const flag = { type: "flagged", questionId: "bank/a", flagged: true } as const;
  expect(after(loaded(anItem("a"), anItem("b")), flag).asked?.item.flagged).toBe(true);
});

const keptItems = (...items: QueueItem[]): SessionEvent => ({
  type: "kept-items",
  kept: { items, startedAt: "2026-03-02T12:00:00Z", fits: null, nextDueAt: null },
});

test("without a connection a session begins with what the device keeps of it", () => {
  const session = after(keptItems(anItem("a"), anItem("b")));
  expect([onScreen(session), session.upcoming.length, session.resumed]).toEqual(["a", 1, true]);
});

test("what is kept is added once, and nothing that was answered is asked again", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    { type: "kept", answerId: "1" },
    { type: "went-on" },
    keptItems(anItem("a"), anItem("b"), anItem("c")),
  );
  expect(onScreen(session)).toBe("b");
  expect(session.upcoming.map(({ question }) => question.prompt)).toEqual(["c"]);
  expect(session.resumed).toBe(false);
});

test("a session without a connection ends when all that is kept is answered", () => {
  expect(after(keptItems()).phase).toBe("done");
});

test("an answer that takes long is kept, and its verdict comes while its question is on screen", () => {
  const sent: SessionEvent[] = [
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "1" },
    { type: "kept", answerId: "1" },
  ];
  expect(after(...sent).phase).toBe("kept");
  expect(questionsLeft(after(...sent))).toBe(1);
  expect(after(...sent, judged("a", "1")).phase).toBe("verdict");
  const later = after(...sent, { type: "went-on" }, judged("a", "1"));
  expect([later.phase, onScreen(later)]).toEqual(["asking", "b"]);
});

test("only the answer that is waited for is kept", () => {
  const session = after(
    loaded(anItem("a"), anItem("b")),
    { type: "sent", answerId: "2" },
    { type: "kept", answerId: "1" },
  );
  expect(session.phase).toBe("sending");
});
