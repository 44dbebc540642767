import { describe, expect, test } from "vitest";

import {
  acknowledged,
  edited,
  foundNewer,
  isUnsaved,
  keptMine,
  loaded,
  nextToSend,
  sent,
  tookTheirs,
  unanswered,
  upToDate,
  type Kept,
} from "@/lib/domain/quizzes/answer-sync";

const kept = (text: string, flagged = false): Kept => ({
  answer: { kind: "short", text },
  flagged,
});
const typed = (text: string) => edited(upToDate({ revision: 3, kept: kept("a") }), kept(text));

test("an answer that was changed is sent once at a time, the newest last", () => {
  const onItsWay = sent(typed("b"));
  expect(nextToSend(onItsWay)).toBeNull();
  const later = acknowledged(edited(onItsWay, kept("c")), 4);
  expect(nextToSend(later)).toEqual(kept("c"));
  expect(isUnsaved(acknowledged(sent(later), 5))).toBe(false);
});

test("without a reply the same is sent again, though the text is as it was before", () => {
  const back = edited(unanswered(sent(typed("b"))), kept("a"));
  expect(nextToSend(back)).toEqual(kept("a"));
});

describe("when the server has something newer", () => {
  const newer = (answer: Kept) => ({ revision: 4, kept: answer });

  test.each([
    {
      name: "which this tab had sent itself, nothing is asked",
      sync: edited(unanswered(sent(typed("b"))), kept("c")),
      stored: newer(kept("b")),
      is: { revision: 4, conflict: null, current: kept("c") },
    },
    {
      name: "which says the same, nothing is asked",
      sync: typed("b"),
      stored: newer(kept("b")),
      is: { revision: 4, conflict: null, current: kept("b") },
    },
    {
      name: "and this tab changed only the flag, the other answer is taken with it",
      sync: typed("a"),
      stored: newer(kept("z")),
      is: { revision: 4, conflict: null, current: kept("z") },
    },
    {
      name: "and this tab has another text, both stay until one is chosen",
      sync: typed("b"),
      stored: newer(kept("z")),
      is: { revision: 3, conflict: newer(kept("z")), current: kept("b") },
    },
  ])("$name", ({ sync, stored, is }) => {
    expect(foundNewer(sync, stored)).toMatchObject(is);
  });

  test("nothing is sent before one is chosen", () => {
    expect(nextToSend(foundNewer(typed("b"), newer(kept("z"))))).toBeNull();
  });

  test("what is chosen counts, on the newer revision", () => {
    const conflict = foundNewer(typed("b"), newer(kept("z")));
    expect(keptMine(conflict)).toMatchObject({ revision: 4, current: kept("b"), conflict: null });
    expect(nextToSend(keptMine(conflict))).toEqual(kept("b"));
    expect(isUnsaved(tookTheirs(conflict))).toBe(false);
  });
});

describe("what a device had not saved", () => {
  const unsaved = { revision: 3, kept: kept("b"), unconfirmed: null };

  test("goes on where it was", () => {
    expect(nextToSend(loaded({ revision: 3, kept: kept("a") }, unsaved))).toEqual(kept("b"));
  });

  test("is shown beside what was saved elsewhere meanwhile", () => {
    const stored = { revision: 5, kept: kept("z") };
    expect(loaded(stored, unsaved)).toMatchObject({ conflict: stored, current: kept("b") });
  });

  test("is forgotten when it did arrive, in whatever order the database gives its keys", () => {
    const answer = { text: "b", kind: "short" } as const;
    const sync = loaded({ revision: 4, kept: { answer, flagged: false } }, unsaved);
    expect(isUnsaved(sync)).toBe(false);
  });
});
