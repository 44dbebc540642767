import { describe, expect, test } from "vitest";

import { interleave } from "@/lib/domain/scheduling/interleave";
import { isLessonLapse, lessonLapse, needsLesson } from "@/lib/domain/scheduling/leech";
import type { DueCard } from "@/lib/domain/scheduling/plan-day";
import { countModes, planSession, type SessionInput } from "@/lib/domain/scheduling/plan-session";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import { strength } from "@/lib/domain/scheduling/weak-points";
import type { Rating } from "@/lib/domain/study/rating";
import { studySettings } from "@/tests/helpers/planned-cards";

const NOW = new Date("2026-03-10T12:00:00Z");
const minutesAgo = (minutes: number) => NOW.getTime() - minutes * 60_000;
const daysAgo = (days: number) => minutesAgo(days * 1_440);

const question = (id: string): StudyQuestion => ({
  id,
  bank: id.slice(0, id.indexOf("/")),
  concept: id,
  difficulty: "easy",
  competencies: ["cka/troubleshooting/clusters"],
});

const card = (questionId: string, change: Partial<DueCard> = {}): DueCard => ({
  questionId,
  state: "review",
  dueAtMs: daysAgo(-5),
  stability: 100,
  lastReviewAtMs: daysAgo(2),
  reps: 3,
  lapses: 0,
  ...change,
});

const due = (questionId: string) =>
  card(questionId, { dueAtMs: daysAgo(1), lastReviewAtMs: daysAgo(9) });

const answer = (questionId: string, rating: Rating, reviewedAtMs = minutesAgo(30)) => ({
  questionId,
  reviewedAtMs,
  firstReviewAtMs: daysAgo(9),
  rating,
  purpose: "study" as const,
});

function inputOf(ids: string[], change: Partial<SessionInput> = {}): SessionInput {
  const pool = change.pool ?? [];
  const seen = new Set(pool.map(({ questionId }) => questionId));
  return {
    now: NOW,
    settings: studySettings({ exam: "cka" }),
    questions: new Map(ids.map((id) => [id, question(id)])),
    banks: null,
    domains: null,
    domainWeights: new Map([["cka/troubleshooting", 30]]),
    cards: pool.filter(({ dueAtMs }) => dueAtMs <= NOW.getTime()),
    answers: [],
    onScreen: new Set(),
    limit: 20,
    newOrder: ids,
    seen,
    mode: "today",
    drill: false,
    startedAt: new Date(minutesAgo(10)),
    flagged: new Set(),
    ...change,
    pool,
  };
}

const picked = (input: SessionInput) =>
  planSession(input).picks.map((pick) => `${pick.question.id} ${pick.purpose}`);

describe("a session", () => {
  test("of what is due asks nothing new, and one of new questions nothing that is due", () => {
    const input = inputOf(["a/new", "a/due"], { pool: [due("a/due")] });
    expect(picked({ ...input, mode: "due" })).toEqual(["a/due study"]);
    expect(picked({ ...input, mode: "new" })).toEqual(["a/new study"]);
  });

  test("says how many questions it holds beyond those asked for at once", () => {
    const input = inputOf(["a/1", "a/2", "a/3"], { limit: 2 });
    const { picks, left } = planSession(input);
    expect([picks.length, left]).toEqual([2, 3]);
  });

  test("of weak points asks what is due in earnest and the rest as practice, strong ones not", () => {
    const weak = card("a/weak", { lapses: 2 });
    const input = inputOf(["a/due", "a/strong", "a/weak"], {
      pool: [{ ...due("a/due"), lapses: 3 }, card("a/strong"), weak],
      mode: "weak",
    });
    expect(picked(input)).toEqual(["a/due study", "a/weak drill"]);
  });

  test("of what was missed today holds what was forgotten today, until it was right once in it", () => {
    const input = inputOf(["a/1", "a/2"], {
      pool: [card("a/1"), card("a/2")],
      answers: [answer("a/1", 1), answer("a/2", 3)],
      mode: "missed",
    });
    expect(picked(input)).toEqual(["a/1 drill"]);
    const done = [...input.answers, answer("a/1", 3, minutesAgo(1))];
    expect(picked({ ...input, answers: done })).toEqual([]);
  });

  test("of flagged questions holds unseen ones too: in earnest while today has room for new ones", () => {
    const input = inputOf(["a/1", "a/2", "a/3"], {
      pool: [card("a/1"), card("a/2")],
      flagged: new Set(["a/1", "a/3"]),
      mode: "flagged",
    });
    expect(picked(input)).toEqual(["a/3 study", "a/1 drill"]);
    const settings = { ...input.settings, newPerDay: 0 };
    expect(picked({ ...input, settings })).toEqual(["a/1 drill", "a/3 drill"]);
  });
});

describe("a drill", () => {
  test("asks everything as practice, what is due included", () => {
    const input = inputOf(["a/1", "b/2"], { pool: [due("a/1")], drill: true });
    expect(picked(input)).toEqual(["a/1 drill", "b/2 drill"]);
  });

  test("asks what was missed in it again, after what was not tried", () => {
    const input = inputOf(["a/1", "a/2"], {
      pool: [card("a/1"), card("a/2")],
      answers: [answer("a/1", 1, minutesAgo(1))],
      drill: true,
    });
    expect(picked(input)).toEqual(["a/2 drill", "a/1 drill"]);
  });

  test("does not take an answer of before it for one of its own", () => {
    const input = inputOf(["a/1"], {
      pool: [card("a/1")],
      answers: [answer("a/1", 3, minutesAgo(11))],
      drill: true,
    });
    expect(picked(input)).toEqual(["a/1 drill"]);
  });
});

test("each mode is counted as a session of it would hold, what is not due included", () => {
  const input = inputOf(["a/due", "a/new", "a/weak"], {
    pool: [due("a/due"), card("a/weak", { lapses: 2 })],
    answers: [answer("a/weak", 1)],
    flagged: new Set(["a/new"]),
  });
  expect(countModes(input)).toEqual({
    today: 2,
    due: 1,
    new: 1,
    weak: 1,
    missed: 1,
    flagged: 1,
  });
});

test("a lapse costs a fifth of the recall that is left", () => {
  expect(
    [strength(0.9, 0), strength(0.9, 1), strength(1, 2)].map((each) => each.toFixed(3)),
  ).toEqual(["0.900", "0.720", "0.640"]);
});

test.each([
  { lapses: 3, done: null, needs: false, falls: false, at: 0 },
  { lapses: 4, done: null, needs: true, falls: true, at: 4 },
  { lapses: 5, done: null, needs: true, falls: false, at: 4 },
  { lapses: 5, done: 4, needs: false, falls: false, at: 4 },
  { lapses: 8, done: 4, needs: true, falls: true, at: 8 },
])("at $lapses lapses, a lesson done at $done: one waits is $needs", (row) => {
  expect(needsLesson(row.lapses, row.done)).toBe(row.needs);
  expect(isLessonLapse(row.lapses)).toBe(row.falls);
  expect(lessonLapse(row.lapses)).toBe(row.at);
});

test.each([
  { items: "aabb", order: "abab" },
  { items: "aaab", order: "abaa" },
  { items: "aaaaaaab", order: "aabaaaaa" },
  { items: "", order: "" },
])(
  "$items is asked as $order: neighbours of a group are kept apart where it costs little",
  (row) => {
    expect(interleave(Array.from(row.items), (item) => item).join("")).toBe(row.order);
  },
);
