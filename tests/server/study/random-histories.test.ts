import type { Actor } from "@/lib/domain/access/actor";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import { replay } from "@/lib/domain/scheduling/replay";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import type { QuestionAction } from "@/lib/domain/study/action-contract";
import { createStudyAction } from "@/lib/server/db/study-actions";
import { writeMoves } from "@/lib/server/study/write-moves";
import { findCard } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { getReviewLog } from "@/lib/server/db/review-log";
import { aPerson } from "@/tests/helpers/people";
import { RIGHT, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const QUESTIONS = ["pods/one", "pods/two"];
const HISTORIES = 30;

beforeAll(() => loadQuestions(QUESTIONS.map((id) => aShortQuestion(id))));

type Step =
  | { do: "answer"; question: number; right: boolean; purpose: string; lateMinutes: number }
  | { do: "rate"; review: number; rating: number }
  | { do: "undo" }
  | { do: "travel"; timeZone: string }
  | { do: "act"; question: number; kind: QuestionAction }
  | { do: "spread"; days: number };

const steps: fc.Arbitrary<{ step: Step; gapMinutes: number }[]> = fc.array(
  fc.record({
    gapMinutes: fc.oneof(fc.nat(20), fc.integer({ min: 900, max: 40_000 })),
    step: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant("answer" as const),
          question: fc.nat(QUESTIONS.length - 1),
          right: fc.boolean(),
          purpose: fc.constantFrom("study", "study", "study", "drill", "retry"),
          lateMinutes: fc.oneof(fc.constant(0), fc.nat(3_000)),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("rate" as const),
          review: fc.nat(),
          rating: fc.integer({ min: 1, max: 4 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("travel" as const),
          timeZone: fc.constantFrom("Asia/Kolkata", "America/Los_Angeles", "Australia/Lord_Howe"),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("act" as const),
          question: fc.nat(QUESTIONS.length - 1),
          kind: fc.constantFrom<QuestionAction[]>("reset", "bury", "suspend", "resume", "flag"),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("spread" as const),
          days: fc.integer({ min: 1, max: 40 }),
        }),
      },
    ),
  }),
  { minLength: 3, maxLength: 14 },
);

const settingsIn = (timeZone: string) => ({
  timeZone,
  dayStartHour: 4,
  newPerDay: 10,
  reviewsPerDay: 100,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  exam: null,
  examDate: null,
});

/** Moves both questions to a day, as one action. */
async function spread(userId: string, dueAt: Date, at: Date) {
  const actionId = uuidV7();
  await database().$transaction(async (db) => {
    await createStudyAction(db, {
      userId,
      id: actionId,
      kind: "catch-up",
      questionId: null,
      before: {},
      after: {},
      at,
    });
    const moves = QUESTIONS.map((questionId) => ({ questionId, dueAt }));
    await writeMoves(db, { userId, actionId, cause: "catch-up", at }, moves);
  });
}

async function live(history: { step: Step; gapMinutes: number }[]) {
  const learner = await aPerson();
  const reviews: string[] = [];
  let nowMs = Date.parse("2026-03-02T12:00:00Z");
  for (const { step, gapMinutes } of history) {
    nowMs += gapMinutes * 60_000;
    if (step.do === "answer") reviews.push(await answer(learner, step, nowMs));
    else await act(learner, step, reviews, nowMs);
  }
  return { learner, answers: reviews.length };
}

type Answering = Extract<Step, { do: "answer" }>;

async function answer(learner: Actor, step: Answering, nowMs: number): Promise<string> {
  const id = uuidV7();
  const api = await studyAs(learner);
  const answeredAt = new Date(nowMs - step.lateMinutes * 60_000).toISOString();
  const draft = { id, purpose: step.purpose, answer: step.right ? RIGHT : WRONG, answeredAt };
  await api.answer(ticketFor(QUESTIONS[step.question] ?? ""), draft, { now: new Date(nowMs) });
  return id;
}

async function act(
  learner: Actor,
  step: Exclude<Step, Answering>,
  reviews: readonly string[],
  nowMs: number,
): Promise<void> {
  const api = await studyAs(learner);
  const call = { now: new Date(nowMs) };
  switch (step.do) {
    case "rate": {
      const id = reviews[step.review % reviews.length];
      if (id !== undefined) await api.change(id, { rating: step.rating }, call);
      break;
    }
    case "undo":
      await api.undo({}, call);
      break;
    case "travel":
      await updateStudySettings(learner, settingsIn(step.timeZone), call.now);
      break;
    case "act":
      await api.act(QUESTIONS[step.question] ?? "", step.kind, call);
      break;
    case "spread":
      await spread(learner.id, new Date(nowMs + step.days * 86_400_000), call.now);
      break;
  }
}

test(
  `the stored card is the replay of its log, field for field, on ${HISTORIES} random histories`,
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const { learner, answers } = await live(history);
        expect(await database().review.count({ where: { userId: learner.id } })).toBe(answers);
        for (const questionId of QUESTIONS) {
          const stored = await findCard(database(), { userId: learner.id, questionId });
          const folded = replay(await getReviewLog(database(), learner.id, questionId));
          expect(stored && { ...stored, revision: 0 }).toEqual(
            folded && { ...folded, revision: 0 },
          );
        }
      }),
      { numRuns: HISTORIES },
    );
  },
);
