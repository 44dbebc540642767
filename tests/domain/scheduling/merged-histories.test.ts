import fc from "fast-check";
import { expect, test } from "vitest";

import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import {
  applyMove,
  replay,
  settingsOf,
  type LoggedEvent,
  type LoggedReview,
  type ReviewLog,
} from "@/lib/domain/scheduling/replay";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const userId = "0198c0de-0000-7000-8000-000000000001";
const questionId = "kubectl/scale-web";
const settings = new Map<number, SchedulingSettings>([
  [1, { ...plainSettings, fuzz: true, daysOff: [{ from: "2026-03-20", to: "2026-03-29" }] }],
  [2, { ...plainSettings, timeZone: "Australia/Lord_Howe", desiredRetention: 0.85 }],
  [3, { ...plainSettings, timeZone: "America/Los_Angeles", exam: "cka", examDate: "2026-06-01" }],
]);
const NONE: ReviewLog = { userId, questionId, reviews: [], events: [], settings, weights: [] };
const START = Date.parse("2026-03-02T12:00:00Z");
const id = (n: number) => `0198c0de-0000-7000-8000-${n.toString().padStart(12, "0")}`;

type Step =
  | { do: "answer"; rating: Rating; purpose: Purpose; version: number; lateMinutes: number }
  | { do: "rate"; pick: number; rating: Rating }
  | { do: "undo"; pick: number }
  | { do: "reset" }
  | { do: "move"; days: number };

const ratings = fc.constantFrom<Rating[]>(1, 2, 3, 4);
const answers = fc.record({
  do: fc.constant("answer" as const),
  rating: ratings,
  purpose: fc.constantFrom<Purpose[]>("study", "study", "study", "quiz", "drill", "retry"),
  version: fc.constantFrom(1, 2, 3),
  lateMinutes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20_000)),
});
const steps: fc.Arbitrary<{ gapMinutes: number; step: Step }[]> = fc.array(
  fc.record({
    gapMinutes: fc.oneof(fc.nat(30), fc.integer({ min: 900, max: 60_000 })),
    step: fc.oneof(
      { weight: 8, arbitrary: answers },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant("rate" as const), pick: fc.nat(), rating: ratings }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), pick: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("reset" as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), days: fc.nat(60) }) },
    ),
  }),
  { minLength: 2, maxLength: 18 },
);

/** A learner's card as it is kept: changed in place by what is newest, replayed by all else. */
class Store {
  log = NONE;
  card: Card | null = null;

  answer(review: LoggedReview): void {
    const isNewest = this.#isNewest(review.reviewedAt.getTime());
    this.log = { ...this.log, reviews: [...this.log.reviews, review] };
    if (review.purpose === "drill" || review.purpose === "retry") return;
    if (!isNewest) {
      this.#replay();
      return;
    }
    this.card = scheduleReview(
      this.card,
      review.rating,
      { reviewedAt: review.reviewedAt, cardKey: cardKey(userId, questionId) },
      settingsOf(this.log, review.settingsVersion),
    );
  }

  happen(event: LoggedEvent): void {
    const isNewest = this.#isNewest(event.at.getTime());
    this.log = { ...this.log, events: [...this.log.events, event] };
    if (!isNewest || event.kind === "move") this.#replay();
    else this.card = null;
  }

  change(pick: number, changed: Partial<LoggedReview>): void {
    const at = pick % Math.max(1, this.log.reviews.length);
    const reviews = this.log.reviews.map((each, n) => (n === at ? { ...each, ...changed } : each));
    this.log = { ...this.log, reviews };
    this.#replay();
  }

  #isNewest(ms: number): boolean {
    const { reviews, events } = this.log;
    return [...reviews.map((each) => each.reviewedAt), ...events.map((each) => each.at)].every(
      (at) => at.getTime() < ms,
    );
  }

  #replay(): void {
    this.card = replay(this.log);
  }
}

function live(history: { gapMinutes: number; step: Step }[]): Store {
  const store = new Store();
  let nowMs = START;
  for (const [n, { gapMinutes, step }] of history.entries()) {
    nowMs += gapMinutes * 60_000 + 1;
    const at = new Date(nowMs);
    if (step.do === "answer") {
      store.answer({
        id: id(n),
        purpose: step.purpose,
        rating: step.rating,
        reviewedAt: new Date(Math.max(START, nowMs - step.lateMinutes * 60_000)),
        settingsVersion: step.version,
        undoneAt: null,
      });
    } else if (step.do === "rate") store.change(step.pick, { rating: step.rating });
    else if (step.do === "undo") store.change(step.pick, { undoneAt: at });
    else if (step.do === "reset") store.happen({ id: id(n), kind: "reset", at, undoneAt: null });
    else {
      const dueAt = dayStart(dayNumber(at, plainSettings) + step.days, plainSettings);
      store.happen({ id: id(n), kind: "move", dueAt, at, undoneAt: null });
    }
  }
  return store;
}

test("replaying the log gives the stored card, on 1,000 random histories of answers, practice, undo, ratings, resets, moves and late arrivals", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const store = live(history);
      expect(replay(store.log)).toEqual(store.card);
    }),
    { numRuns: 1_000 },
  );
});

test("practice changes nothing, wherever it stands, on 300 random histories", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { log } = live(history);
      const reviews = log.reviews.filter(
        ({ purpose }) => purpose !== "drill" && purpose !== "retry",
      );
      expect(replay({ ...log, reviews })).toEqual(replay(log));
    }),
    { numRuns: 300 },
  );
});

test("a move changes when a card is due and nothing that is remembered", () => {
  const moment = { reviewedAt: new Date(START), cardKey: cardKey(userId, questionId) };
  const card = scheduleReview(null, 4, moment, plainSettings);
  const dueAt = dayStart(dayNumber(card.dueAt, plainSettings) + 3, plainSettings);
  expect(applyMove(card, dueAt, plainSettings)).toEqual({
    ...card,
    dueAt,
    scheduledDays: card.scheduledDays + 3,
  });
});

test("a learning step is not moved", () => {
  const moment = { reviewedAt: new Date(START), cardKey: cardKey(userId, questionId) };
  const card = scheduleReview(null, 3, moment, plainSettings);
  expect(applyMove(card, new Date(START + 86_400_000 * 9), plainSettings)).toEqual(card);
});

/** A week of two devices: each dates its own answers; both are offline. */
const week = fc.array(
  fc.record({ minute: fc.nat(7 * 24 * 60), rating: ratings, version: fc.constantFrom(1, 2, 3) }),
  { minLength: 1, maxLength: 12 },
);

test("two devices interleaved offline for a week merge to one card, in every one of 10 orders of arrival and with answers sent twice, on 100 random weeks", () => {
  fc.assert(
    fc.property(
      week,
      week,
      fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
      (one, two, keys) => {
        const sent = [...one, ...two].map(({ minute, rating, version }, n): LoggedReview => ({
          id: id(n),
          purpose: "study",
          rating,
          reviewedAt: new Date(START + minute * 60_000),
          settingsVersion: version,
          undoneAt: null,
        }));
        const merged = replay({ ...NONE, reviews: sent });
        for (const key of keys) {
          const store = new Store();
          for (const review of [...shuffled(sent, key), ...shuffled(sent, key + 1)]) {
            if (!store.log.reviews.some((other) => other.id === review.id)) store.answer(review);
          }
          expect(store.card).toEqual(merged);
        }
      },
    ),
    { numRuns: 100 },
  );
});

/** An order of its own for each key. */
const shuffled = <T>(items: readonly T[], key: number): T[] =>
  items
    .map((item, index) => ({
      item,
      rank: ((index + 1) * 2_654_435_761 * (key + 1)) % 4_294_967_291,
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
