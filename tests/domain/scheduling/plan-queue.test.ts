import { describe, expect, test } from "vitest";

import { planQueue, type QueueInput } from "@/lib/domain/scheduling/plan-queue";
import type { DueCard, RecentAnswer } from "@/lib/domain/scheduling/plan-day";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import { studySettings } from "@/tests/helpers/planned-cards";

const NOW = new Date("2026-03-10T12:00:00Z");
const TODAY_START = Date.parse("2026-03-10T04:00:00Z");
const daysAgo = (days: number) => NOW.getTime() - days * 86_400_000;
const minutesFromNow = (minutes: number) => NOW.getTime() + minutes * 60_000;

const domainWeights = new Map([
  ["cka/troubleshooting", 30],
  ["cka/storage", 10],
  ["ckad/build", 20],
]);

function question(id: string, rest: Partial<StudyQuestion> = {}): StudyQuestion {
  const [bank = "", slug = ""] = id.split("/");
  return {
    id,
    bank,
    concept: slug,
    difficulty: "easy",
    competencies: ["cka/troubleshooting/clusters"],
    ...rest,
  };
}

const dueReview = (questionId: string, rest: Partial<DueCard> = {}): DueCard => ({
  questionId,
  state: "review",
  dueAtMs: TODAY_START,
  stability: 10,
  lastReviewAtMs: daysAgo(10),
  reps: 3,
  lapses: 0,
  ...rest,
});

const anAnswer = (questionId: string, reviewedAtMs: number, firstReviewAtMs = reviewedAtMs) => ({
  questionId,
  reviewedAtMs,
  firstReviewAtMs,
  rating: 3 as const,
  purpose: "study" as const,
});

const learningStep = (questionId: string, dueAtMs: number): DueCard =>
  dueReview(questionId, { state: "learning", dueAtMs, lastReviewAtMs: daysAgo(0), reps: 1 });

function plan(
  questions: StudyQuestion[],
  rest: Partial<Omit<QueueInput, "settings">> & { settings?: Partial<QueueInput["settings"]> } = {},
) {
  const answered = (rest.answers ?? []).map((answer) => answer.questionId);
  const seen = new Set([...(rest.cards ?? []).map((card) => card.questionId), ...answered]);
  return planQueue({
    now: NOW,
    questions: new Map(questions.map((each) => [each.id, each])),
    banks: null,
    domains: null,
    domainWeights,
    cards: [],
    answers: [],
    onScreen: new Set(),
    limit: 20,
    newOrder: questions.map((each) => each.id),
    seen,
    ...rest,
    settings: studySettings({ exam: "cka", ...rest.settings }),
  });
}

const ids = (queue: ReturnType<typeof plan>) => queue.picks.map((pick) => pick.question.id);

test("learning steps come first, then due reviews, then new questions", () => {
  const queue = plan([question("a/new"), question("a/due"), question("a/step")], {
    cards: [dueReview("a/due"), learningStep("a/step", minutesFromNow(-1))],
  });
  expect(queue.picks.map(({ question: { id }, reason }) => [id, reason])).toEqual([
    ["a/step", "learning"],
    ["a/due", "due"],
    ["a/new", "new"],
  ]);
  expect(queue.counts).toMatchObject({ learning: 1, due: 1, new: 1 });
});

test("a learning step that is not due yet is counted for later today", () => {
  const queue = plan([question("a/step")], { cards: [learningStep("a/step", minutesFromNow(5))] });
  expect(ids(queue)).toEqual([]);
  expect(queue.counts.dueLaterToday).toBe(1);
});

test("the review with the lowest recall is asked first", () => {
  const queue = plan([question("a/fresh"), question("a/faded")], {
    cards: [dueReview("a/fresh"), dueReview("a/faded", { lastReviewAtMs: daysAgo(60) })],
  });
  expect(ids(queue)).toEqual(["a/faded", "a/fresh"]);
});

test("at equal recall the review with more exam weight is asked first", () => {
  const queue = plan(
    [question("a/storage", { competencies: ["cka/storage/pv"] }), question("a/trouble")],
    { cards: [dueReview("a/storage"), dueReview("a/trouble")] },
  );
  expect(ids(queue)).toEqual(["a/trouble", "a/storage"]);
});

test("a review outside the learner's exam is still asked", () => {
  const queue = plan([question("a/build", { competencies: ["ckad/build/images"] })], {
    cards: [dueReview("a/build")],
  });
  expect(ids(queue)).toEqual(["a/build"]);
});

test("a queue says how likely the learner is to recall each review", () => {
  const queue = plan([question("a/due")], { cards: [dueReview("a/due")] });
  expect(queue.picks[0]?.recall).toBeCloseTo(0.9, 6);
});

describe("siblings of one concept", () => {
  const twins = [question("a/one", { concept: "c" }), question("b/two", { concept: "c" })];

  test("are not both reviewed on one day: the more valuable one is asked, the other waits", () => {
    const cards = [dueReview("a/one"), dueReview("b/two", { lastReviewAtMs: daysAgo(60) })];
    const queue = plan(twins, { cards });
    expect(ids(queue)).toEqual(["b/two"]);
    expect(queue.counts.due).toBe(1);
    expect(queue.moreAt).toEqual(new Date("2026-03-11T04:00:00Z"));
  });

  test("wait when one was answered today", () => {
    const answers: RecentAnswer[] = [anAnswer("a/one", TODAY_START, daysAgo(9))];
    expect(ids(plan(twins, { cards: [dueReview("b/two")], answers }))).toEqual([]);
  });

  test("are asked again when the other was answered yesterday", () => {
    const yesterday = TODAY_START - 1;
    const answers = [anAnswer("a/one", yesterday)];
    expect(ids(plan(twins, { cards: [dueReview("b/two")], answers }))).toEqual(["b/two"]);
  });

  test("are not both introduced on one day", () => {
    expect(ids(plan(twins))).toEqual(["a/one"]);
  });

  test("wait even when they are in a bank that is not studied now", () => {
    const answers = [anAnswer("a/one", NOW.getTime())];
    const queue = plan(twins, { answers, banks: new Set(["b"]) });
    expect(ids(queue)).toEqual([]);
  });

  test("do not hold back a learning step", () => {
    const answers = [anAnswer("a/one", NOW.getTime())];
    const cards = [learningStep("b/two", minutesFromNow(-1))];
    expect(ids(plan(twins, { cards, answers }))).toEqual(["b/two"]);
  });
});

describe("new questions", () => {
  const five = ["a/1", "a/2", "a/3", "a/4", "a/5"].map((id) => question(id));

  test("are limited per day", () => {
    const queue = plan(five, { settings: { newPerDay: 3 } });
    expect(ids(queue)).toEqual(["a/1", "a/2", "a/3"]);
    expect(queue.counts).toMatchObject({ new: 3, newLeftToday: 3 });
    expect(queue.moreAt).toEqual(new Date("2026-03-11T04:00:00Z"));
  });

  test("that were introduced today use the limit up, however often they were answered", () => {
    const answers = [
      anAnswer("a/1", NOW.getTime()),
      anAnswer("a/1", NOW.getTime()),
      anAnswer("a/2", NOW.getTime(), daysAgo(4)),
    ];
    const queue = plan(five, {
      answers,
      settings: { newPerDay: 2 },
    });
    expect(ids(queue)).toEqual(["a/3"]);
    expect(queue.counts).toMatchObject({ newLeftToday: 1, reviewedToday: 3 });
  });

  test("on the learner's screen use the limit up and are not sent again", () => {
    const queue = plan(five, { settings: { newPerDay: 2 }, onScreen: new Set(["a/4"]) });
    expect(ids(queue)).toEqual(["a/1"]);
    expect(queue.counts.new).toBe(2);
  });

  test("of banks that are not studied now are left out", () => {
    expect(ids(plan([...five, question("b/6")], { banks: new Set(["b"]) }))).toEqual(["b/6"]);
  });

  test("promise nothing for tomorrow when the limit is none a day", () => {
    expect(plan(five, { settings: { newPerDay: 0 } }).moreAt).toBeNull();
  });
});

test("neighbours come from different banks where that costs little", () => {
  const questions = ["a/1", "a/2", "a/3", "b/4", "b/5", "b/6"].map((id) => question(id));
  expect(ids(plan(questions))).toEqual(["a/1", "b/4", "a/2", "b/5", "a/3", "b/6"]);
});

test("a review on the learner's screen is counted but not sent again", () => {
  const queue = plan([question("a/due")], {
    cards: [dueReview("a/due")],
    onScreen: new Set(["a/due"]),
  });
  expect(ids(queue)).toEqual([]);
  expect(queue.counts.due).toBe(1);
});

test("cards of questions that may not be asked wait unseen", () => {
  const queue = plan([question("a/shown")], {
    cards: [dueReview("a/shown"), dueReview("a/hidden")],
  });
  expect(ids(queue)).toEqual(["a/shown"]);
});

test("no more than asked for are sent", () => {
  const questions = ["a/1", "a/2", "a/3"].map((id) => question(id));
  expect(ids(plan(questions, { limit: 2 }))).toEqual(["a/1", "a/2"]);
});
