import { beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { listFits, listLearnersToFit } from "@/lib/server/db/parameter-fits";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { fitWeightsJob } from "@/lib/server/jobs/fit-weights";
import { fitWeights } from "@/lib/server/services/fit-weights";
import { revertWeights } from "@/lib/server/services/revert-weights";
import { aPerson } from "@/tests/helpers/people";
import { cardsOf, replayedCards } from "@/tests/helpers/planned-learner";
import { TODAY } from "@/tests/helpers/planned-cards";
import { replayCards } from "@/tests/helpers/replay-log";
import { logOf, ownWeights } from "@/tests/helpers/simulated-learner";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const DAY_MS = 86_400_000;
const NOW = new Date((TODAY + 900) * DAY_MS + DAY_MS / 2);
const LATER = new Date(NOW.getTime() + 60_000);

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

/** Somebody who forgets far faster or slower than most, and has answered so often. */
async function aLearnerOf(seed: string, answers: number, spread = 0.8): Promise<Actor> {
  const learner = await aPerson();
  const log = logOf(ownWeights(seed, spread), answers, seed);
  await database().review.createMany({
    data: log.map(({ questionId, day, rating }, index) => {
      const reviewedAt = new Date(day * DAY_MS + DAY_MS / 2 + index);
      return {
        userId: learner.id,
        id: uuidV7({ msecs: reviewedAt.getTime() }),
        questionId,
        questionVersion: 1,
        seed: "seed",
        settingsVersion: 1,
        answer: {},
        graded: {},
        outcome: rating === 1 ? "wrong" : "right",
        suggestedRating: rating,
        rating,
        reviewedAt,
        durationMs: 20_000,
      };
    }),
  });
  await replayCards(learner.id, [...new Set(log.map(({ questionId }) => questionId))]);
  return learner;
}

const weightsOf = async (userId: string) => (await getStudySettings(database(), userId)).weights;

test("fewer than 400 reviews are not fitted", async () => {
  const learner = await aLearnerOf("few", 399);
  expect(await fitWeights(learner, NOW)).toEqual({ status: "too-few", reviews: 399 });
  expect(await listFits(database(), learner.id, 9)).toEqual([]);
});

describe("weights that foretell new answers better", () => {
  let learner: Actor;
  let cards: Awaited<ReturnType<typeof cardsOf>>;
  beforeAll(async () => {
    learner = await aLearnerOf("l3", 2_000);
    cards = await cardsOf(learner.id);
  });

  test("are put in force, and the attempt is kept with what it gained", async () => {
    const outcome = await fitWeights(learner, NOW);
    expect(outcome.status).toBe("adopted");
    const [fit] = await listFits(database(), learner.id, 9);
    expect(fit).toMatchObject({ adopted: true, reviews: 2_000, settingsVersion: 2 });
    expect(fit?.logLossAfter).toBeLessThan(fit?.logLossBefore ?? 0);
    expect(await weightsOf(learner.id)).toEqual(fit?.weights);
  });

  test("leave every stored card what replaying the log gives, and its date as it was", async () => {
    const replayed = await replayedCards(learner.id);
    const stored = await cardsOf(learner.id);
    expect(stored.size).toBeGreaterThan(100);
    for (const [id, { revision: _revision, ...card }] of stored) {
      expect(replayed.get(id)).toEqual(card);
      expect(card.dueAt).toEqual(cards.get(id)?.dueAt);
    }
    const changed = [...stored].filter(
      ([id, { stability }]) => stability !== cards.get(id)?.stability,
    );
    expect(changed.length).toBe(stored.size);
  });

  test("can be taken back, which gives every card back", async () => {
    const [fit] = await listFits(database(), learner.id, 9);
    await revertWeights(learner, fit?.id ?? "", LATER);
    expect(await weightsOf(learner.id)).toEqual([]);
    for (const [id, { revision: _revision, ...card }] of await cardsOf(learner.id)) {
      const { revision: _before, ...before } = cards.get(id) ?? { revision: 0 };
      expect(card).toEqual(before);
    }
  });

  test("can be taken back once", async () => {
    const [fit] = await listFits(database(), learner.id, 9);
    await expect(revertWeights(learner, fit?.id ?? "", LATER)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("of somebody else do not exist", async () => {
    const [fit] = await listFits(database(), learner.id, 9);
    const stranger = await aPerson();
    await expect(revertWeights(stranger, fit?.id ?? "", LATER)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("the nightly fit asks for those with 400 reviews and 100 new ones since the last fit", async () => {
  const [few, many] = await Promise.all([aLearnerOf("few", 120), aLearnerOf("many", 450)]);
  const due = async () => listLearnersToFit(database(), 400, 100);
  expect(await due()).toContain(many.id);
  expect(await due()).not.toContain(few.id);
  await fitWeightsJob.run({ userId: many.id }, { now: NOW, signal: new AbortController().signal });
  expect(await due()).not.toContain(many.id);
});
