import { expect, test } from "vitest";

import { openingSession, takeFirstBatch } from "@/components/study/first-batch";
import { questionsLeft } from "@/components/study/session";
import { sessionFromQuery } from "@/components/study/session-query";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";
import { after, anItem, loaded, onScreen, reduce } from "@/tests/helpers/study-session";

test("the questions that came with a page begin one session, without those that wait to be sent", () => {
  const { queue } = loaded(anItem("a"), anItem("b"));
  const first = { ...queue, serverNow: "2026-03-02T12:00:01Z" };
  const taken = takeFirstBatch(first, ["bank/a"]);
  expect(taken?.items.map(({ question }) => question.prompt)).toEqual(["b"]);
  expect(takeFirstBatch(first, [])).toBeNull();
  expect(takeFirstBatch(null, [])).toBeNull();
});

const TODAY = sessionFromQuery({});
let batches = 0;

/** As it comes with a page; no two are made at one time. */
const aFirstBatch = (...items: QueueItem[]): QueueResponse => ({
  ...loaded(...items).queue,
  serverNow: new Date(Date.UTC(2026, 2, 3) + ++batches * 1_000).toISOString(),
});

test("a page shows its first question before it takes an answer to it", () => {
  const opening = openingSession(aFirstBatch(anItem("a"), anItem("b")), TODAY, reduce);
  expect([opening.phase, onScreen(opening), questionsLeft(opening)]).toEqual(["opening", "a", 2]);
  expect(reduce(opening, { type: "changed", change: { draft: "too early" } })).toEqual(opening);
  const opened = reduce(opening, { type: "opened", pending: [] });
  expect([opened.phase, onScreen(opened)]).toEqual(["asking", "a"]);
});

test("a page that opens leaves out the questions whose answers wait on the device", () => {
  const opening = openingSession(aFirstBatch(anItem("a"), anItem("b"), anItem("c")), TODAY, reduce);
  const opened = reduce(opening, { type: "opened", pending: ["bank/a", "bank/b"] });
  expect([opened.phase, onScreen(opened), opened.upcoming]).toEqual(["asking", "c", []]);
  const all = reduce(opening, { type: "opened", pending: ["bank/a", "bank/b", "bank/c"] });
  expect(all.phase).toBe("loading");
});

test("a session that has opened is not opened again", () => {
  const asking = after(loaded(anItem("a"), anItem("b")));
  expect(reduce(asking, { type: "opened", pending: ["bank/a"] })).toEqual(asking);
});

test.each([
  { first: null, why: "a page that is kept for later" },
  { first: aFirstBatch(), why: "a page with nothing to ask" },
  {
    first: aFirstBatch({ ...anItem("leech"), lesson: true }),
    why: "a page that begins with a lesson",
  },
])("$why loads its session", ({ first }) => {
  expect(openingSession(first, TODAY, reduce).phase).toBe("loading");
});

test("a page that is gone back to shows no question that its session began with", () => {
  const first = aFirstBatch(anItem("a"));
  takeFirstBatch(first, []);
  expect(openingSession(first, TODAY, reduce).phase).toBe("loading");
});
